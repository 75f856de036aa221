/** The rate limit of a workspace: strict sliding windows of a second and of a minute. */
@NullMarked
package agency.steward.sandbox.limit;

import org.jspecify.annotations.NullMarked;
