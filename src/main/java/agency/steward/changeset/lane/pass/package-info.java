/**
 * One pass over rows of a lane: compared with what a page says, stored as intended, sent, read
 * back.
 *
 * <p>Part of {@code lane}; uses {@code list}, {@code timing} and {@code written}.
 */
@NullMarked
package agency.steward.changeset.lane.pass;

import org.jspecify.annotations.NullMarked;
