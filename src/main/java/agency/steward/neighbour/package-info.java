/**
 * Which other processes of the same machine have ended, by the kernel's word, so that nobody need
 * wait for their leases.
 *
 * <p>Ground floor. Uses nothing of the house.
 */
@NullMarked
package agency.steward.neighbour;

import org.jspecify.annotations.NullMarked;
