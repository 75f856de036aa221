/**
 * One attempt at one change: bound to its workspace for as long as a step may take, written, read
 * back, recorded. Whoever makes it, and whoever inherits it, goes this way.
 *
 * <p>Part of the change set engine; uses {@code plan}, {@code guard}, {@code lease} and {@code
 * stored}.
 */
@NullMarked
package agency.steward.changeset.attempt;

import org.jspecify.annotations.NullMarked;
