/** One call of Instantly's API: what it asks, how it is routed and paged, how it is answered. */
@NullMarked
package agency.steward.sandbox.call;

import org.jspecify.annotations.NullMarked;
