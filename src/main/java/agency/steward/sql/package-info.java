/**
 * Statements with named values, and the rows that come of them, on the connection of the running
 * transaction or by themselves where there is none.
 *
 * <p>Ground floor. Uses nothing of the house.
 */
@NullMarked
package agency.steward.sql;

import org.jspecify.annotations.NullMarked;
