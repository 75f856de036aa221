package agency.steward.access;

import agency.steward.access.grant.Narrowing;
import agency.steward.workspace.Workspace;

/** A workspace, and how much of it the caller may read. */
public record NarrowedWorkspace(Workspace workspace, Narrowing narrowing) {}
