/**
 * Whose share of a workspace's quota is how large, where several replicas call it. They agree on it
 * through PostgreSQL, all buckets in one statement a beat; docs/decisions/shared-quota.md says why
 * the sum never exceeds the limit.
 *
 * <p>Part of the client; uses {@code pace} of it.
 */
@NullMarked
package agency.steward.instantly.share;

import org.jspecify.annotations.NullMarked;
