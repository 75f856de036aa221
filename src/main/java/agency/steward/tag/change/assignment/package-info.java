/**
 * What carries a tag is changed: one call for a batch of one request, one call for each pair of
 * many; and the guard of the campaigns that send by tag.
 *
 * <p>Part of the changes of tags, which use it; knows nothing of them.
 */
@NullMarked
package agency.steward.tag.change.assignment;

import org.jspecify.annotations.NullMarked;
