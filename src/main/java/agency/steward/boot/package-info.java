/**
 * Whether the configuration is complete and safe enough to start outside a developer's machine.
 *
 * <p>Ground floor. Uses nothing of the house.
 */
@NullMarked
package agency.steward.boot;

import org.jspecify.annotations.NullMarked;
