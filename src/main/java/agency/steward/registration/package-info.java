/**
 * Registering, importing, verifying, suspending and forgetting workspaces, and exchanging their
 * credentials.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.registration;

import org.jspecify.annotations.NullMarked;
