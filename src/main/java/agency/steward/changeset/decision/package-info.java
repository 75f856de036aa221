/**
 * What becomes of a plan: approved, rejected, planned again, set going, held, ended.
 *
 * <p>Part of the change set engine; uses {@code planning}, {@code guard} and {@code stored}.
 */
@NullMarked
package agency.steward.changeset.decision;

import org.jspecify.annotations.NullMarked;
