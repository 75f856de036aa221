/**
 * Tags and what they are put on: custom tags, their mappings, campaigns and accounts (facts.md 4.3
 * and 4.8). A tag filters lists and picks senders; it keeps nobody out.
 */
@NullMarked
package agency.steward.sandbox.tagging;

import org.jspecify.annotations.NullMarked;
