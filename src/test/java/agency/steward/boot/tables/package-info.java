/** The tables at the start. */
@NullMarked
package agency.steward.boot.tables;

import org.jspecify.annotations.NullMarked;
