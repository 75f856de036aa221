/**
 * When the rows of a pass go: how fast the quota lets them, how many still go while their page is
 * fresh, and when the next page is read.
 *
 * <p>Part of {@code lane}; uses {@code list}.
 */
@NullMarked
package agency.steward.changeset.lane.timing;

import org.jspecify.annotations.NullMarked;
