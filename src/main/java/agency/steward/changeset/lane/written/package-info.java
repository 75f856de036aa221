/**
 * What lanes have written down: intents and results in blocks, those of many lanes in one
 * transaction, each with its entry in the ledger; and whose a lane is.
 *
 * <p>Part of {@code lane}; uses nothing else of it.
 */
@NullMarked
package agency.steward.changeset.lane.written;

import org.jspecify.annotations.NullMarked;
