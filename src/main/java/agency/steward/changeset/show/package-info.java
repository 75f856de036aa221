/**
 * Change sets to look at: their endpoints and views.
 *
 * <p>Part of the change set engine; uses {@code stored}, rows that {@code planning} has not stored,
 * the sleeper of {@code attempt}, and how {@code lane} is set up.
 */
@NullMarked
package agency.steward.changeset.show;

import org.jspecify.annotations.NullMarked;
