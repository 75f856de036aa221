package agency.steward.registration.intake;

import agency.steward.ids.Ids;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.look.Finding;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.NewWorkspace;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Registers proven sub-workspaces of one group together. */
@ApplicationScoped
class NewDelegates {
  /** How often it begins anew because somebody else registered one of them first. */
  private static final int ATTEMPTS = 3;

  private final Workspaces workspaces;
  private final Desk desk;
  private final Clock clock;

  NewDelegates(Workspaces workspaces, Desk desk, Clock clock) {
    this.workspaces = workspaces;
    this.desk = desk;
    this.clock = clock;
  }

  /** Those of these that are not registered. */
  List<InstantlyWorkspaceId> unknown(Collection<InstantlyWorkspaceId> ids) {
    Set<InstantlyWorkspaceId> known =
        workspaces.onInstantly(ids).stream()
            .map(Workspace::instantlyId)
            .collect(Collectors.toSet());
    return ids.stream().filter(id -> !known.contains(id)).toList();
  }

  /** Those that were registered by this call, in one transaction. */
  List<Workspace> register(
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
    Set<InstantlyWorkspaceId> left =
        Set.copyOf(unknown(findings.stream().map(Finding::id).toList()));
    return findings.stream().filter(finding -> left.contains(finding.id())).toList();
  }

  private List<NewWorkspace> made(
      Workspace admin, List<Finding> findings, Map<String, String> labels) {
    Instant now = clock.instant();
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
}
