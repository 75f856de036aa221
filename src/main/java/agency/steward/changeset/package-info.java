/**
 * The one way of writing: intent, guards, write, read-back, ledger. It knows no feature: features
 * plug in through {@link agency.steward.changeset.ChangeKind}. {@code plan} says what is to be
 * done, {@code guard} whether it is allowed, {@code attempt} tries one change once. {@code apply}
 * makes a change within a request; {@code settle} finds out what became of changes that were left
 * open. {@code stored} and {@code lease} are its memory, {@code show} its views.
 *
 * <p>Changes of many workspaces plug in through {@link agency.steward.changeset.BulkKind}: {@code
 * ask} reads what is wanted where, {@code planning} reads the workspaces, plans and seals, {@code
 * decision} says what becomes of the plan, {@code lane} makes its rows, and {@code desk} holds the
 * endpoints.
 *
 * <p>Engine floor. May use the ground floor, and {@code fleet} for how rows are written.
 */
@NullMarked
package agency.steward.changeset;

import org.jspecify.annotations.NullMarked;
