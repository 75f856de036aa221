/**
 * How a fleet answer looks: its format, its rows, and the coverage that says what it does not know;
 * and how a page of one workspace does.
 *
 * <p>Part of the fleet engine; knows no workspace but by id and name, and no thread.
 */
@NullMarked
package agency.steward.fleet.answer;

import org.jspecify.annotations.NullMarked;
