/**
 * How fast: who may send a call to which workspace now, and who waits. Instantly allows 100 calls
 * in a second and 6,000 in a minute for each workspace (facts.md 2); how it measures a second is
 * unknown, so no sliding second ever holds more.
 */
@NullMarked
package agency.steward.instantly.pace;

import org.jspecify.annotations.NullMarked;
