/**
 * Who may act on something now: rows with an expiry and a fencing number, held without a
 * transaction.
 *
 * <p>Part of the change set engine; uses nothing else of it.
 */
@NullMarked
package agency.steward.changeset.lease;

import org.jspecify.annotations.NullMarked;
