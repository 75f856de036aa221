package agency.steward.access;

import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import java.util.Set;

/** Which workspaces the keys and admins of another one reach (facts.md 1.4). */
public interface GroupReach {

  /**
   * The sub workspaces whose link is accepted, registered or not; none where it administers no
   * group. Throws the upstream problem where that cannot be found out.
   */
  Set<InstantlyWorkspaceId> subsOf(Workspace admin);
}
