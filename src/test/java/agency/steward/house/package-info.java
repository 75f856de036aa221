/** What holds for the whole house: who may use whom, and the habits every room keeps. */
@NullMarked
package agency.steward.house;

import org.jspecify.annotations.NullMarked;
