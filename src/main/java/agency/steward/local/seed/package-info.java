/**
 * The simulated agency of 24 client workspaces that the local profile starts with, made once in the
 * sandbox and registered with Steward through its own API.
 */
@NullMarked
package agency.steward.local.seed;

import org.jspecify.annotations.NullMarked;
