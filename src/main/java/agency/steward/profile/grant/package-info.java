/** Grants as a resource: who may be granted what, and its record in the ledger. */
@NullMarked
package agency.steward.profile.grant;

import org.jspecify.annotations.NullMarked;
