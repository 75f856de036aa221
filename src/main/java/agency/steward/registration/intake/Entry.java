package agency.steward.registration.intake;

import agency.steward.credential.ApiKey;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;

/** The way into a workspace that somebody offers (contract 2). */
public sealed interface Entry {

  /**
   * A key of the workspace itself.
   *
   * @param pointer where it stands in what was sent, for problems
   */
  record OwnKey(ApiKey key, String pointer) implements Entry {}

  /** Through the group's admin workspace, which is registered. */
  record Through(Workspace admin, InstantlyWorkspaceId sub) implements Entry {}
}
