/**
 * What Instantly says of tags: the tags themselves, their ids and labels, and which account or
 * campaign carries which (facts.md 4.3).
 *
 * <p>Part of the feature {@code tag}; used by all of its other parts.
 */
@NullMarked
package agency.steward.tag.read;

import org.jspecify.annotations.NullMarked;
