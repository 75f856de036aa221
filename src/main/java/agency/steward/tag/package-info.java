/**
 * Tags of a workspace and of the fleet: their endpoints. What is tagged stands in {@code tagging},
 * what carries which tag in {@code carrier}. Tags filter lists and select senders; on Instantly
 * they keep nobody out (facts.md 4.3).
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.tag;

import org.jspecify.annotations.NullMarked;
