/**
 * Makes changes: holds the leases, asks the guards, stores the intent, writes, reads back, records
 * how it ended; and settles what a crash or a silent Instantly has left open.
 *
 * <p>Part of the change set engine; uses all the other packages of it.
 */
@NullMarked
package agency.steward.changeset.apply;

import org.jspecify.annotations.NullMarked;
