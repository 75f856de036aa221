/**
 * The changes of tags: which kinds there are, how each is planned, written and read back. What
 * carries them is changed in {@code assignment}.
 *
 * <p>Part of the feature {@code tag}; knows nothing of its endpoints.
 */
@NullMarked
package agency.steward.tag.change;

import org.jspecify.annotations.NullMarked;
