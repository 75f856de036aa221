package agency.steward.registration.intake;

import agency.steward.credential.ApiKey;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;

/** The way into a workspace that somebody offers (contract 2). */
public sealed interface Entry {

  /** A key of the workspace itself. */
  record OwnKey(ApiKey key) implements Entry {}

  /** Through the group's admin workspace, which is registered. */
  record Through(Workspace admin, InstantlyWorkspaceId sub) implements Entry {}
}
