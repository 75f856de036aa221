/**
 * Where change sets of many rows are asked for and decided: the endpoints, and what each of them
 * sets going.
 *
 * <p>Part of the change set engine; uses everything else of it.
 */
@NullMarked
package agency.steward.changeset.desk;

import org.jspecify.annotations.NullMarked;
