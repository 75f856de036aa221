/**
 * Keys of many workspaces at once: how each kind is asked for, and its planner.
 *
 * <p>Part of the feature {@code apikey}; uses {@code change} for the rows it plans.
 */
@NullMarked
package agency.steward.apikey.bulk;

import org.jspecify.annotations.NullMarked;
