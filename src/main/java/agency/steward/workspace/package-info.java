/**
 * Who the tenants are: identity, labels, selectors, states and conditions, and their store.
 *
 * <p>Ground floor. May use {@code text} and {@code problem}.
 */
@NullMarked
package agency.steward.workspace;

import org.jspecify.annotations.NullMarked;
