/**
 * What is tagged: tags are put on accounts and campaigns and taken off, and who carries which is
 * shown. Their endpoints, and who may use them.
 *
 * <p>Part of the feature {@code tag}; uses {@code change} and {@code read}.
 */
@NullMarked
package agency.steward.tag.tagging;

import org.jspecify.annotations.NullMarked;
