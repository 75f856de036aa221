/**
 * Which text may be kept and shown at all, whoever sends it.
 *
 * <p>Ground floor. Uses nothing of the house.
 */
@NullMarked
package agency.steward.text;

import org.jspecify.annotations.NullMarked;
