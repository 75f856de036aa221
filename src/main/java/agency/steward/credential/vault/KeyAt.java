package agency.steward.credential.vault;

import agency.steward.workspace.WorkspaceId;

/** One version of a workspace's key. What lies there never changes, it can only go. */
record KeyAt(WorkspaceId workspace, int version) {}
