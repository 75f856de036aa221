/**
 * The jobs, the grants that hand them out, and who may do what by them, as resources.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.profile;

import org.jspecify.annotations.NullMarked;
