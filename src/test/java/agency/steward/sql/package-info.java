/** Tests of {@code sql}. */
@NullMarked
package agency.steward.sql;

import org.jspecify.annotations.NullMarked;
