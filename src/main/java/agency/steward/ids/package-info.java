/**
 * What would otherwise be hidden inputs: new ids and the time.
 *
 * <p>Ground floor. Uses nothing of the house.
 */
@NullMarked
package agency.steward.ids;

import org.jspecify.annotations.NullMarked;
