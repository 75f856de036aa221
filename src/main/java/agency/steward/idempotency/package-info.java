/**
 * The stored answer behind an {@code Idempotency-Key}: one execution per principal, route and key.
 *
 * <p>Ground floor. May use {@code access}, {@code web}, {@code ids} and {@code problem}.
 */
@NullMarked
package agency.steward.idempotency;

import org.jspecify.annotations.NullMarked;
