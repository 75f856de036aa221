/** Looks at broken workspaces again and again, so that they come back when they are well. */
@NullMarked
package agency.steward.registration.reprobe;

import org.jspecify.annotations.NullMarked;
