/**
 * What can go wrong, said once: the catalogue of codes, the one exception root (which knows no
 * HTTP) and the one mapper to RFC 9457 (which knows all of it).
 *
 * <p>Ground floor. Uses nothing of the house.
 */
@NullMarked
package agency.steward.problem;

import org.jspecify.annotations.NullMarked;
