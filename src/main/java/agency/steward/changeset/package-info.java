/**
 * The one way of writing: intent, guards, write, read-back, ledger. {@link
 * agency.steward.changeset.ChangeKind} is its socket; it knows no feature. {@code plan} says what
 * is to be done and {@code guard} whether it may be; {@code attempt} is one go at one change,
 * {@code apply} makes it in a request, {@code settle} finds out what became of those that were left
 * open; {@code stored} and {@code lease} are its memory, {@code show} lets it be looked at.
 *
 * <p>{@link agency.steward.changeset.BulkKind} is the socket for many at once: {@code ask} reads
 * what is wanted of which workspaces, {@code planning} looks, plans and seals, {@code decision}
 * says what becomes of the plan, {@code lane} makes its rows, {@code desk} is where it is asked for
 * and decided.
 *
 * <p>Engine floor. May use the ground floor, and {@code fleet} for how rows are written.
 */
@NullMarked
package agency.steward.changeset;

import org.jspecify.annotations.NullMarked;
