/**
 * The simulated Instantly: a faithful server of its own, on its own port, startable alone. What it
 * does is written in {@code docs/sandbox.md}.
 *
 * <p>Stands apart: used by {@code local} and by tests only, and uses nothing of the house.
 */
@NullMarked
package agency.steward.sandbox;

import org.jspecify.annotations.NullMarked;
