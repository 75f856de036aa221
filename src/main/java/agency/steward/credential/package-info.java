/**
 * Custody of Instantly API keys: Vault KV v2, or the local profile's encrypted store. No key leaves
 * this room but as an {@link agency.steward.credential.ApiKey}, which redacts itself.
 *
 * <p>Ground floor. May use {@code workspace} and {@code problem}.
 */
@NullMarked
package agency.steward.credential;

import org.jspecify.annotations.NullMarked;
