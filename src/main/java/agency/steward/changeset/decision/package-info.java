/**
 * What becomes of a plan: approved, rejected, applied, paused, resumed, cancelled.
 *
 * <p>Part of the change set engine; uses {@code guard} and {@code stored}.
 */
@NullMarked
package agency.steward.changeset.decision;

import org.jspecify.annotations.NullMarked;
