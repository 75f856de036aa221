/**
 * Who is calling: the token is verified at the gate, and read into a caller with fleet roles.
 *
 * <p>Part of {@code access}; uses {@code grant} for whom a grant can name.
 */
@NullMarked
package agency.steward.access.caller;

import org.jspecify.annotations.NullMarked;
