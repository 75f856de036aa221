package agency.steward.group;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.group.change.NoGroup;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whom an admin workspace may want to invite, or what is wrong with it. */
@ApplicationScoped
class SubWanted {
  private static final String POINTER = "/sub_workspace_id";

  private final Access access;
  private final Workspaces workspaces;

  SubWanted(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  /** Instantly's id of the sub workspace; throws {@code VALIDATION_FAILED}. */
  String of(Workspace admin, GroupInviteRequest asked) {
    String id = asked.subWorkspaceId().orElse("");
    String self = admin.instantlyId().value();
    boolean delegated = admin.isDelegated();
    if (asked.email() != null && !delegated) {
      throw Problem.invalid("/email", SubId.NO_PEOPLE).thrown();
    }
    NoGroup.why(id, self, delegated)
        .or(() -> SubId.fault(id))
        .or(() -> stewards(id).map(SubId::isStewards))
        .ifPresent(why -> {
          throw Problem.invalid(POINTER, why).thrown();
        });
    return id;
  }

  /** The other classic mistake; explained only to callers who may see that workspace. */
  private Optional<Workspace> stewards(String id) {
    return WorkspaceId.parse(id)
        .flatMap(workspaces::find)
        .filter(access.visible(Right.WORKSPACE_READ)::includes);
  }
}
