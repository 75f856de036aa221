/**
 * How a set is made: one lane per workspace, run by one replica at a time, inherited where that one
 * dies. Rows are read, compared, judged, written, read back and recorded in blocks. Here is what a
 * lane is; {@code claim} says who has it, {@code list} what is seen of its workspace, {@code pass}
 * makes its rows, {@code timing} says when they go, {@code written} is its memory.
 *
 * <p>Part of the change set engine; uses {@code attempt}, {@code decision}, {@code planning} for
 * what lists looked like, {@code plan}, {@code guard} and {@code stored}.
 */
@NullMarked
package agency.steward.changeset.lane;

import org.jspecify.annotations.NullMarked;
