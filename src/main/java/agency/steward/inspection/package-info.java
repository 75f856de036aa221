/**
 * Steward's own record laid open: who may read which entries of the ledger, as JSON, NDJSON or CSV,
 * and whether its chain is whole.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.inspection;

import org.jspecify.annotations.NullMarked;
