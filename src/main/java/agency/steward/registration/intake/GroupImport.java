package agency.steward.registration.intake;

import agency.steward.instantly.Deadline;
import agency.steward.link.GroupLink;
import agency.steward.link.Links;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.look.RegistrationConfig;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import agency.steward.workspace.WorkspacesConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Registers every accepted sub-workspace of a group as delegated: one list of the links, one proof
 * of identity for each that is new, one transaction for all.
 */
@ApplicationScoped
public class GroupImport {
  private final Links links;
  private final Proofs proofs;
  private final Workspaces workspaces;
  private final NewDelegates delegates;
  private final RegistrationConfig config;
  private final int maxLabels;

  GroupImport(
      Links links,
      Proofs proofs,
      Workspaces workspaces,
      NewDelegates delegates,
      RegistrationConfig config,
      WorkspacesConfig fleet) {
    this.links = links;
    this.proofs = proofs;
    this.workspaces = workspaces;
    this.delegates = delegates;
    this.config = config;
    this.maxLabels = fleet.maxLabels();
  }

  /** Throws the admin workspace's code where it is not active. */
  public ImportReport run(Workspace admin, Map<String, String> labels, Asker asker) {
    if (labels.size() > maxLabels) {
      throw Problem.invalid("/labels", "A workspace has at most " + maxLabels + " labels").thrown();
    }
    Deadline deadline = Deadline.in(config.importDeadline());
    var skipped = new ArrayList<ImportReport.Skipped>();
    Set<InstantlyWorkspaceId> accepted = accepted(admin, deadline, skipped);
    List<InstantlyWorkspaceId> news = delegates.unknown(accepted);
    Proofs.Outcome proven = proofs.of(admin, news, deadline);
    skipped.addAll(proven.refused());
    List<Workspace> registered = delegates.register(admin, proven.findings(), labels, asker);
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

  private List<Workspace> existing(Set<InstantlyWorkspaceId> accepted, List<Workspace> registered) {
    Set<InstantlyWorkspaceId> here =
        registered.stream().map(Workspace::instantlyId).collect(Collectors.toSet());
    return workspaces.onInstantly(accepted).stream()
        .filter(workspace -> !here.contains(workspace.instantlyId()))
        .toList();
  }
}
