/** The local profile's token issuer: anybody on this machine gets a token for anybody. */
@NullMarked
package agency.steward.local.issuer;

import org.jspecify.annotations.NullMarked;
