/**
 * What is to be done, as a value: nothing here reads, writes or decides.
 *
 * <p>Part of the change set engine; the other packages of it use this one.
 */
@NullMarked
package agency.steward.changeset.plan;

import org.jspecify.annotations.NullMarked;
