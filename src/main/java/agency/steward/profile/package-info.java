/**
 * The four jobs and the grants that hand them out, as resources.
 *
 * <p>Feature floor. May use the engines and the ground floor, no other feature.
 */
@NullMarked
package agency.steward.profile;

import org.jspecify.annotations.NullMarked;
