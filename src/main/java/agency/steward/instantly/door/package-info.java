/** How to get into a workspace: with whose key, as whom, charged to whom, and whether at all. */
@NullMarked
package agency.steward.instantly.door;

import org.jspecify.annotations.NullMarked;
