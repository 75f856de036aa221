/**
 * Tags of a workspace, what carries them, and the fleet view of both: their endpoints. Tags filter
 * lists and select senders; on Instantly they keep nobody out (facts.md 4.3).
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.tag;

import org.jspecify.annotations.NullMarked;
