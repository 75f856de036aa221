/** How the local profile speaks with Steward and the sandbox: over HTTP, like everybody else. */
@NullMarked
package agency.steward.local.door;

import org.jspecify.annotations.NullMarked;
