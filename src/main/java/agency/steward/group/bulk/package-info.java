/**
 * Links of groups, many at once: how they are asked for, and the planner.
 *
 * <p>Part of the feature {@code group}; uses {@code change} for the rows it plans.
 */
@NullMarked
package agency.steward.group.bulk;

import org.jspecify.annotations.NullMarked;
