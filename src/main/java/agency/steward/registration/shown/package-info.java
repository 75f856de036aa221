/** Workspaces as they go out: views with every field of the contract, and never a key. */
@NullMarked
package agency.steward.registration.shown;

import org.jspecify.annotations.NullMarked;
