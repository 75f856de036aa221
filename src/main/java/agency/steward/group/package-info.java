/**
 * The links of workspace groups, in one workspace and over the fleet: who is invited, who has
 * accepted, and whose group a workspace is in.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.group;

import org.jspecify.annotations.NullMarked;
