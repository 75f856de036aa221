/**
 * The edge of the API, the same for every resource: limits, unknown parameters, request ids, page
 * tokens, access log.
 *
 * <p>Ground floor. May use {@code problem}, {@code ids} and {@code sql}.
 */
@NullMarked
package agency.steward.web;

import org.jspecify.annotations.NullMarked;
