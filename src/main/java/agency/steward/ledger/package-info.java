/**
 * Steward's own append-only, hash-chained record of who changed what; an entry commits in the
 * transaction of what it records.
 *
 * <p>Ground floor. May use {@code problem} and {@code workspace}.
 */
@NullMarked
package agency.steward.ledger;

import org.jspecify.annotations.NullMarked;
