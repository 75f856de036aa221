/**
 * Checks broken workspaces again and again, so that they become active once they have recovered.
 */
@NullMarked
package agency.steward.registration.reprobe;

import org.jspecify.annotations.NullMarked;
