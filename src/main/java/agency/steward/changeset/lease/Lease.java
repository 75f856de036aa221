package agency.steward.changeset.lease;

import agency.steward.workspace.WorkspaceId;

/**
 * The right to act on something of a workspace for a while.
 *
 * @param fence greater than that of every holder before; whoever comes with a smaller one is late
 */
public record Lease(WorkspaceId workspace, String name, long fence) {}
