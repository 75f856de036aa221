/** The tables, as this build wants them, before anything else of Steward works with them. */
@NullMarked
package agency.steward.boot.tables;

import org.jspecify.annotations.NullMarked;
