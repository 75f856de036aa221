/**
 * Instantly, bound to one workspace: credential, delegation header, pacing, retries, paging and the
 * folding of errors. Nothing else in the house knows a key, a header, a status code or a cursor of
 * Instantly.
 *
 * <p>Ground floor. May use {@code credential}, {@code workspace}, {@code neighbour} and {@code
 * problem}.
 */
@NullMarked
package agency.steward.instantly;

import org.jspecify.annotations.NullMarked;
