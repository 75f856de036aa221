/** What is remembered of requests with a key: their records, and the SQL that keeps them. */
@NullMarked
package agency.steward.idempotency.kept;

import org.jspecify.annotations.NullMarked;
