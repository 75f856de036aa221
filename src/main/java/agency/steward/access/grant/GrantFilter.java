package agency.steward.access.grant;

import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import java.util.Optional;

/**
 * Which grants a listing asks for.
 *
 * @param workspaceId those that hold there: by name, or by a selector that picks it now
 * @param workspace that workspace, where it is still registered
 */
public record GrantFilter(
    Optional<Principal> principal,
    Optional<WorkspaceId> workspaceId,
    Optional<Workspace> workspace) {

  boolean picks(Grant grant) {
    return workspaceId.map(id -> holdsIn(id, grant.reach())).orElse(true);
  }

  private boolean holdsIn(WorkspaceId id, Reach reach) {
    return switch (reach) {
      case Reach.Named named -> named.workspaces().contains(id);
      case Reach.Selected selected ->
          workspace.map(w -> selected.selector().matches(w.labels())).orElse(false);
    };
  }
}
