/**
 * The one way of reading many workspaces: fan-out under a deadline, coverage, and the answer as
 * JSON, NDJSON or CSV. {@link agency.steward.fleet.WorkspaceRead} is its socket; it knows no
 * feature.
 *
 * <p>Engine floor. May use the ground floor.
 */
@NullMarked
package agency.steward.fleet;

import org.jspecify.annotations.NullMarked;
