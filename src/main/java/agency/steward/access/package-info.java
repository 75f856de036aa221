/**
 * Who is calling and what they may do: token to caller, fleet roles, grants, and the right to act
 * in a workspace, asked in one place.
 *
 * <p>Ground floor. May use {@code workspace}, {@code text} and {@code problem}.
 */
@NullMarked
package agency.steward.access;

import org.jspecify.annotations.NullMarked;
