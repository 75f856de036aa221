/**
 * How much is let in at a time, for the whole replica and for each principal, and who is cut off
 * because they do not read (docs/overload.md).
 *
 * <p>Ground floor. May use {@code access}, {@code instantly}, {@code web} and {@code problem}.
 */
@NullMarked
package agency.steward.load;

import org.jspecify.annotations.NullMarked;
