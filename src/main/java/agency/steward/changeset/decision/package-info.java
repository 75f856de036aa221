/**
 * What becomes of a plan: approved, rejected, set going, held, ended.
 *
 * <p>Part of the change set engine; uses {@code guard} and {@code stored}.
 */
@NullMarked
package agency.steward.changeset.decision;

import org.jspecify.annotations.NullMarked;
