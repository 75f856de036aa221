/** What was asked of the sandbox, one line for each request: the judge of tests and benchmarks. */
@NullMarked
package agency.steward.sandbox.journal;

import org.jspecify.annotations.NullMarked;
