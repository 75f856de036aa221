/**
 * The one way of writing: intent, guards, write, read-back, ledger. {@link
 * agency.steward.changeset.ChangeKind} is its socket; it knows no feature.
 *
 * <p>Engine floor. May use the ground floor.
 */
@NullMarked
package agency.steward.changeset;

import org.jspecify.annotations.NullMarked;
