/**
 * Between Steward and what it talks to: says at which step a row is, without Steward knowing, and
 * can end Steward right there.
 */
@NullMarked
package agency.steward.chaos.wire;

import org.jspecify.annotations.NullMarked;
