/**
 * The changes of group links: an invitation and its end, how each is planned, written and read
 * back, and the guard of the links Steward itself works through.
 *
 * <p>Part of the feature {@code group}; knows nothing of its endpoints.
 */
@NullMarked
package agency.steward.group.change;

import org.jspecify.annotations.NullMarked;
