package agency.steward.changeset.ask;

import agency.steward.access.Access;
import agency.steward.access.caller.FleetRole;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Wish;
import agency.steward.changeset.planning.Requested;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whether the caller may ask that of every target. */
@ApplicationScoped
public class Allowing {
  private final Access access;
  private final Workspaces workspaces;

  Allowing(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  /** Throws {@code FORBIDDEN} or {@code PRIVILEGE_CEILING}. */
  public void check(BulkKind kind, Requested requested) {
    if (!hasFleetRole(kind)) {
      requested
          .wishes()
          .forEach((target, wishes) ->
              check(kind, target, wishes.stream().map(Wish::asked).distinct().toList()));
    }
  }

  private void check(BulkKind kind, WorkspaceId target, List<ObjectNode> wishes) {
    kind.rights().forEach(right -> access.require(right, target.toString()));
    workspaces.find(target).ifPresent(workspace -> kind.checkCeiling(workspace, wishes));
  }

  /** A machine may ask for what a person looks at first. */
  public boolean hasFleetRole(BulkKind kind) {
    var caller = access.caller();
    return caller.has(FleetRole.AGENCY_ADMIN)
        || (caller.has(FleetRole.AGENCY_AUTOMATION) && kind.isOpenToAutomation());
  }
}
