/**
 * Tags of many workspaces at once: how each kind is asked for, and its planner.
 *
 * <p>Part of the feature {@code tag}; uses {@code change} for the rows it plans.
 */
@NullMarked
package agency.steward.tag.bulk;

import org.jspecify.annotations.NullMarked;
