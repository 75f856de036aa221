/**
 * The changes of members: which kinds there are, how each is planned, written and read back, and
 * the guards of the people.
 *
 * <p>Part of the feature {@code member}; knows nothing of its endpoints.
 */
@NullMarked
package agency.steward.member.change;

import org.jspecify.annotations.NullMarked;
