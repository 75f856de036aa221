/**
 * What a lane sees of its workspace: a list, walked once page by page, and how old each look is.
 *
 * <p>Part of {@code lane}; uses {@code written} for how many lanes read at a time.
 */
@NullMarked
package agency.steward.changeset.lane.list;

import org.jspecify.annotations.NullMarked;
