package agency.steward.registration.errand;

import agency.steward.workspace.WorkspaceId;
import java.util.UUID;

/**
 * Something to do in custody for one workspace.
 *
 * @param ticket of the process that works on it; a process that was believed dead no longer holds
 *     the valid one
 */
public record Errand(WorkspaceId workspace, UUID ticket) {}
