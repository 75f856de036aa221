/**
 * What stands between the socket and an operation: the edge, keys, delegation, the rate limit,
 * scopes, plans and every misbehaviour; and how an answer leaves, or does not.
 */
@NullMarked
package agency.steward.sandbox.front;

import org.jspecify.annotations.NullMarked;
