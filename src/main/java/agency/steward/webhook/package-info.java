/**
 * Webhooks of a workspace and over the fleet: read only, without the values of their headers.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.webhook;

import org.jspecify.annotations.NullMarked;
