/**
 * Registering, importing, verifying, suspending and forgetting workspaces, and exchanging their
 * credentials: the resources under {@code /v1/workspaces}, and the upkeep that runs without being
 * asked.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.registration;

import org.jspecify.annotations.NullMarked;
