/**
 * Looks at workspaces: where a credential leads before anything is registered, and how a registered
 * workspace is now. What is found becomes conditions, never more calls than are said.
 */
@NullMarked
package agency.steward.registration.look;

import org.jspecify.annotations.NullMarked;
