package agency.steward.registration;

import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whoever shows or changes a workspace looks at it as it is now, on whatever replica it changed.
 */
@ApplicationScoped
class Presence {
  private final Workspaces workspaces;

  Presence(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /**
   * @param known as it was a second ago at most
   */
  Workspace of(Workspace known) {
    return workspaces.findNow(known.id()).orElse(known);
  }
}
