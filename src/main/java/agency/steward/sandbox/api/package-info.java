/** Instantly's operations, one class for each family of paths (facts.md 4). */
@NullMarked
package agency.steward.sandbox.api;

import org.jspecify.annotations.NullMarked;
