/**
 * Makes changes in the request that asks for them: holds the leases, asks the guards, attempts, and
 * answers.
 *
 * <p>Part of the change set engine; uses {@code attempt} and what that uses. {@link
 * agency.steward.changeset.apply.OneChange} is what features call.
 */
@NullMarked
package agency.steward.changeset.apply;

import org.jspecify.annotations.NullMarked;
