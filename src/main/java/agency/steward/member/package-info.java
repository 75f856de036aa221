/**
 * Members of a workspace and of the fleet: their endpoints. How they are changed stands in {@code
 * change}, and for many workspaces at once in {@code bulk}.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.member;

import org.jspecify.annotations.NullMarked;
