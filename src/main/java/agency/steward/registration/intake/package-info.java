/**
 * Takes workspaces in, changes what the registry says about them, and forgets them: each use case
 * looks first, without a transaction, and then writes everything that belongs together in one.
 */
@NullMarked
package agency.steward.registration.intake;

import org.jspecify.annotations.NullMarked;
