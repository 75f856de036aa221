/**
 * The workspace itself as Instantly has it: its details, and what can be changed of them.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.details;

import org.jspecify.annotations.NullMarked;
