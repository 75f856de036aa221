/**
 * Who works in which lane: taken for a while, prolonged, run to its end or given back, inherited
 * where its holder has died.
 *
 * <p>Part of {@code lane}; uses {@code pass} and {@code written}.
 */
@NullMarked
package agency.steward.changeset.lane.claim;

import org.jspecify.annotations.NullMarked;
