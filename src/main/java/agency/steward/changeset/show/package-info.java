/**
 * Change sets to look at: their endpoints and views.
 *
 * <p>Part of the change set engine; uses {@code stored}, and how {@code lane} is set up.
 */
@NullMarked
package agency.steward.changeset.show;

import org.jspecify.annotations.NullMarked;
