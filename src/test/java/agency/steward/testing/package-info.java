/** What the tests of all rooms share: a real PostgreSQL, the sandbox, tokens. */
@NullMarked
package agency.steward.testing;

import org.jspecify.annotations.NullMarked;
