/**
 * What a workspace has paid for, one by one and over the fleet: Instantly's several ways of saying
 * it, folded into one shape.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.billing;

import org.jspecify.annotations.NullMarked;
