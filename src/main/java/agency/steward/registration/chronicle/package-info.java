/** What the ledger says about changes of the registry, and who made them. */
@NullMarked
package agency.steward.registration.chronicle;

import org.jspecify.annotations.NullMarked;
