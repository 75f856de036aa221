package agency.steward.registration.intake;

import agency.steward.ids.Ids;
import agency.steward.instantly.Deadline;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.look.Finding;
import agency.steward.registration.look.GroupLink;
import agency.steward.registration.look.GroupLinks;
import agency.steward.registration.look.RegistrationConfig;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.NewWorkspace;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import agency.steward.workspace.WorkspacesConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Registers every accepted sub-workspace of a group as delegated: one list of the links, one proof
 * of identity for each that is new, one transaction for all.
 */
@ApplicationScoped
public class GroupImport {
  /** How often it begins anew because another import came first. */
  private static final int ATTEMPTS = 3;

  private final GroupLinks links;
  private final Proofs proofs;
  private final Workspaces workspaces;
  private final Desk desk;
  private final RegistrationConfig config;
  private final int maxLabels;
  private final Clock clock;

  GroupImport(
      GroupLinks links,
      Proofs proofs,
      Workspaces workspaces,
      Desk desk,
      RegistrationConfig config,
      WorkspacesConfig fleet,
      Clock clock) {
    this.links = links;
    this.proofs = proofs;
    this.workspaces = workspaces;
    this.desk = desk;
    this.config = config;
    this.maxLabels = fleet.maxLabels();
    this.clock = clock;
  }

  /** Throws the admin workspace's code where it is not active. */
  public ImportReport run(Workspace admin, Map<String, String> labels, Asker asker) {
    if (labels.size() > maxLabels) {
      throw Problem.invalid("/labels", "A workspace has at most " + maxLabels + " labels").thrown();
    }
    Deadline deadline = Deadline.in(config.importDeadline());
    var skipped = new ArrayList<ImportReport.Skipped>();
    Set<InstantlyWorkspaceId> accepted = accepted(admin, deadline, skipped);
    List<InstantlyWorkspaceId> news = without(accepted, workspaces.onInstantly(accepted));
    Proofs.Outcome proven = proofs.of(admin, news, deadline);
    skipped.addAll(proven.refused());
    List<Workspace> registered = register(admin, proven.findings(), labels, asker);
    return new ImportReport(registered, existing(accepted, registered), skipped);
  }

  private Set<InstantlyWorkspaceId> accepted(
      Workspace admin, Deadline deadline, List<ImportReport.Skipped> skipped) {
    var accepted = new LinkedHashSet<InstantlyWorkspaceId>();
    for (GroupLink link : links.of(admin, deadline)) {
      if (link.leadsFrom(admin.instantlyId())) {
        accepted.add(link.sub());
      } else {
        skipped.add(new ImportReport.Skipped(link.sub(), ProblemCode.GROUP_LINK_NOT_ACCEPTED));
      }
    }
    return accepted;
  }

  private List<Workspace> register(
      Workspace admin, List<Finding> findings, Map<String, String> labels, Asker asker) {
    List<Finding> left = findings;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      try {
        return desk.importAll(admin, made(admin, left, labels), asker);
      } catch (ProblemException e) {
        if (e.problem().code() != ProblemCode.WORKSPACE_ALREADY_REGISTERED || attempt == ATTEMPTS) {
          throw e;
        }
        left = stillNew(left);
      }
    }
    return List.of();
  }

  private List<Finding> stillNew(List<Finding> findings) {
    Set<InstantlyWorkspaceId> ids = findings.stream().map(Finding::id).collect(Collectors.toSet());
    List<InstantlyWorkspaceId> left = without(ids, workspaces.onInstantly(ids));
    return findings.stream().filter(finding -> left.contains(finding.id())).toList();
  }

  private List<NewWorkspace> made(
      Workspace admin, List<Finding> findings, Map<String, String> labels) {
    var now = clock.instant();
    return findings.stream()
        .map(found ->
            new NewWorkspace(
                new WorkspaceId(Ids.next()),
                found.id(),
                found.name(),
                found.name(),
                Optional.empty(),
                labels,
                new Credential.Delegated(admin.id(), now),
                found.conditions(),
                now))
        .toList();
  }

  private List<Workspace> existing(Set<InstantlyWorkspaceId> accepted, List<Workspace> registered) {
    Set<InstantlyWorkspaceId> here =
        registered.stream().map(Workspace::instantlyId).collect(Collectors.toSet());
    return workspaces.onInstantly(accepted).stream()
        .filter(workspace -> !here.contains(workspace.instantlyId()))
        .toList();
  }

  private static List<InstantlyWorkspaceId> without(
      Set<InstantlyWorkspaceId> ids, List<Workspace> known) {
    Set<InstantlyWorkspaceId> taken =
        known.stream().map(Workspace::instantlyId).collect(Collectors.toSet());
    return ids.stream().filter(id -> !taken.contains(id)).toList();
  }
}
