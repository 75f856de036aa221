/**
 * API keys of a workspace, one by one and over the fleet: what they may do, which of them may do
 * too much, and how one is made and revoked. The value of a key passes through here only once, on
 * its way to whoever asked for it.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.apikey;

import org.jspecify.annotations.NullMarked;
