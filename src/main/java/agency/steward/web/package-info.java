/**
 * The edge of the API, the same for every resource: limits, unknown parameters, request ids, page
 * tokens, access log.
 *
 * <p>Ground floor. May use {@code problem} and {@code ids}.
 */
@NullMarked
package agency.steward.web;

import org.jspecify.annotations.NullMarked;
