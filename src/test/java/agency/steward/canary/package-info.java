/** Whether a secret that went in comes out anywhere it should not. */
@NullMarked
package agency.steward.canary;

import org.jspecify.annotations.NullMarked;
