/**
 * What a key may do: Instantly's scopes, what was probably meant by a word that is none, and which
 * of them are more than a key should hold. Pure; uses nothing of the house but its problems.
 */
@NullMarked
package agency.steward.apikey.scope;

import org.jspecify.annotations.NullMarked;
