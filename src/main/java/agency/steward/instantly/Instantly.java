package agency.steward.instantly;

import agency.steward.credential.ApiKey;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to Instantly. */
@ApplicationScoped
public class Instantly {

  /**
   * The workspace's own Instantly. A workspace that is not active, or whose admin workspace is not,
   * is refused with its code before any call.
   */
  public InstantlyWorkspace in(Workspace workspace, Deadline deadline) {
    throw new UnsupportedOperationException(workspace + " " + deadline);
  }

  /** As {@link #in}, but for a workspace whatever its state: to look whether it is well again. */
  public InstantlyWorkspace probing(Workspace workspace, Deadline deadline) {
    throw new UnsupportedOperationException(workspace + " " + deadline);
  }

  /** What a key leads to, before anything is registered. */
  public InstantlyWorkspace with(ApiKey key, Deadline deadline) {
    throw new UnsupportedOperationException(key + " " + deadline);
  }

  /** A sub workspace through a registered admin workspace, before anything is registered. */
  public InstantlyWorkspace through(Workspace admin, InstantlyWorkspaceId sub, Deadline deadline) {
    throw new UnsupportedOperationException(admin + " " + sub + " " + deadline);
  }
}
