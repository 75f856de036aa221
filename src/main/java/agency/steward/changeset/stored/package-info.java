/**
 * Change sets and their rows as they lie in the database.
 *
 * <p>Part of the change set engine; uses {@code plan}, {@code guard} and {@code lease}.
 */
@NullMarked
package agency.steward.changeset.stored;

import org.jspecify.annotations.NullMarked;
