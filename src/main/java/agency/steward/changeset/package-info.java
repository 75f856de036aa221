/**
 * The one way of writing: intent, guards, write, read-back, ledger. {@link
 * agency.steward.changeset.ChangeKind} is its socket; it knows no feature. {@code plan} says what
 * is to be done and {@code guard} whether it may be; {@code attempt} is one go at one change,
 * {@code apply} makes it in a request, {@code settle} finds out what became of those that were left
 * open; {@code stored} and {@code lease} are its memory, {@code show} lets it be looked at.
 *
 * <p>Engine floor. May use the ground floor.
 */
@NullMarked
package agency.steward.changeset;

import org.jspecify.annotations.NullMarked;
