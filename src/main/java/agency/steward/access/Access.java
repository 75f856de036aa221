package agency.steward.access;

import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;

/** The one place that is asked whether the caller may. */
@ApplicationScoped
public class Access {

  /** The caller of the current request. */
  public Caller caller() {
    throw new UnsupportedOperationException();
  }

  /** For what belongs to no workspace: throws {@code FORBIDDEN} unless a fleet role allows it. */
  public void require(Right right) {
    throw new UnsupportedOperationException(right.name());
  }

  /**
   * The workspace, if the caller may do this in it. Throws {@code WORKSPACE_NOT_FOUND} where it
   * does not exist or is outside the caller's grants (the same answer), {@code FORBIDDEN} where the
   * caller sees it but may not do this.
   */
  public Workspace require(Right right, String workspaceId) {
    throw new UnsupportedOperationException(right + workspaceId);
  }

  /** In which workspaces the caller may do this. */
  public Visibility visible(Right right) {
    throw new UnsupportedOperationException(right.name());
  }
}
