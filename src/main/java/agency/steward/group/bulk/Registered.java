package agency.steward.group.bulk;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the caller may see, read once however many rows they send. */
@RequestScoped
class Registered {
  private final Access access;
  private final Workspaces workspaces;
  private final Map<String, Workspace> byId = new HashMap<>();
  private boolean read;

  Registered(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  /**
   * @param id Steward's
   */
  Optional<Workspace> find(String id) {
    if (!read) {
      workspaces
          .matching(access.visible(Right.WORKSPACE_READ), Optional.empty())
          .forEach(workspace -> byId.put(workspace.id().toString(), workspace));
      read = true;
    }
    return Optional.ofNullable(byId.get(id));
  }
}
