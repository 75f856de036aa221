/**
 * What a crash or a silent Instantly has left open is found out here, by reading. Nothing is sent
 * but what takes back something that nobody can use any more.
 *
 * <p>Part of the change set engine; uses {@code attempt} and what that uses.
 */
@NullMarked
package agency.steward.changeset.settle;

import org.jspecify.annotations.NullMarked;
