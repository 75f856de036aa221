/**
 * Reading one workspace: a call bound to it, a complete list in pages, and objects as they go out.
 *
 * <p>Part of the fleet engine; knows no feature.
 */
@NullMarked
package agency.steward.fleet.inside;

import org.jspecify.annotations.NullMarked;
