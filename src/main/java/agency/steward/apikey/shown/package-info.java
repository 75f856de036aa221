/** Keys as Steward shows them: without their value, with whose they are and what they may. */
@NullMarked
package agency.steward.apikey.shown;

import org.jspecify.annotations.NullMarked;
