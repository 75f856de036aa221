/**
 * Bodies of requests: how long one may be, which types it may have, and how strictly its JSON is
 * read.
 *
 * <p>Part of the edge; uses of it the order in which filters run.
 */
@NullMarked
package agency.steward.web.body;

import org.jspecify.annotations.NullMarked;
