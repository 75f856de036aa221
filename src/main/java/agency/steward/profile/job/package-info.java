/**
 * Profiles as a resource: the built-in ones, and the agency's own with their record in the ledger.
 */
@NullMarked
package agency.steward.profile.job;

import org.jspecify.annotations.NullMarked;
