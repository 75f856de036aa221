/**
 * How a set is made: one lane per workspace, run by one replica at a time, inherited where that one
 * dies. Rows are read, compared, judged, written, read back and recorded in blocks.
 *
 * <p>Part of the change set engine; uses {@code attempt}, {@code apply} for what a single row
 * needs, {@code planning} for what lists looked like, and {@code stored}.
 */
@NullMarked
package agency.steward.changeset.lane;

import org.jspecify.annotations.NullMarked;
