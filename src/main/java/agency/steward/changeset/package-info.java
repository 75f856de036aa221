/**
 * The one way of writing: intent, guards, write, read-back, ledger. {@link
 * agency.steward.changeset.ChangeKind} is its socket; it knows no feature. {@code plan} says what
 * is to be done, {@code guard} whether it may be, {@code apply} does it, {@code stored} and {@code
 * lease} are its memory.
 *
 * <p>Engine floor. May use the ground floor.
 */
@NullMarked
package agency.steward.changeset;

import org.jspecify.annotations.NullMarked;
