/**
 * Which links a group's admin workspace has, and whether a workspace administers a group at all:
 * asked of Instantly, and remembered for a while so that plain workspaces are not asked again.
 *
 * <p>Engine floor. May use the ground floor.
 */
@NullMarked
package agency.steward.link;

import org.jspecify.annotations.NullMarked;
