/**
 * Who the tenants are: identity, labels, selectors, states and conditions, and their store.
 *
 * <p>Ground floor. May use {@code text}, {@code problem} and {@code sql}.
 */
@NullMarked
package agency.steward.workspace;

import org.jspecify.annotations.NullMarked;
