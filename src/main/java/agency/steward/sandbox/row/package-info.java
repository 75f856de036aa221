/**
 * What the sandbox keeps, one record for each kind of thing, each able to write itself as Instantly
 * answers it. A component that may be null is null in Instantly's JSON too.
 */
@NullMarked
package agency.steward.sandbox.row;

import org.jspecify.annotations.NullMarked;
