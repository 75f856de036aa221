/**
 * The change of a workspace's name and logo: how it is planned, written and read back.
 *
 * <p>Part of the feature {@code details}; knows nothing of its endpoints.
 */
@NullMarked
package agency.steward.details.change;

import org.jspecify.annotations.NullMarked;
