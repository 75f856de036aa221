/**
 * The local profile: embedded PostgreSQL, the token issuer, the sandbox with its seeded fleet.
 *
 * <p>Top floor: nobody uses it, and the production package does not contain its beans.
 */
@NullMarked
package agency.steward.local;

import org.jspecify.annotations.NullMarked;
