/**
 * Campaigns and accounts by the tags that they carry: their endpoints, in one workspace and over
 * the fleet, and what a grant that names tags lets its holder see of them.
 *
 * <p>Part of the feature {@code tag}; uses {@code read}.
 */
@NullMarked
package agency.steward.tag.carrier;

import org.jspecify.annotations.NullMarked;
