/**
 * The changes of keys: how one is made and handed over once, how one is revoked, and what becomes
 * of one whose value was lost.
 *
 * <p>Part of the feature {@code apikey}; knows nothing of its endpoints.
 */
@NullMarked
package agency.steward.apikey.change;

import org.jspecify.annotations.NullMarked;
