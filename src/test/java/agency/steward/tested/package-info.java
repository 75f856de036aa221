/**
 * Whether every operation of the API is tested, judged by what the tests of a run called; and what
 * all operations of one shape have in common.
 */
@NullMarked
package agency.steward.tested;

import org.jspecify.annotations.NullMarked;
