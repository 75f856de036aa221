/**
 * Whether a change may be made: guards as pure functions of the row and of what was seen around it.
 *
 * <p>Part of the change set engine; uses {@code plan} only.
 */
@NullMarked
package agency.steward.changeset.guard;

import org.jspecify.annotations.NullMarked;
