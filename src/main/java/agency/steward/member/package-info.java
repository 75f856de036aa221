/**
 * Members of a workspace, one by one and over the fleet: their endpoints, and the changes they know
 * how to make.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.member;

import org.jspecify.annotations.NullMarked;
