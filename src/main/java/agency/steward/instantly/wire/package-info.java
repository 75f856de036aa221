/**
 * One HTTP exchange with Instantly: sends what it is given, once, and says what came back or how it
 * was lost. Knows nothing of what is said, and never follows a redirect.
 */
@NullMarked
package agency.steward.instantly.wire;

import org.jspecify.annotations.NullMarked;
