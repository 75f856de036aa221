/**
 * From what is wanted to a sealed plan: every target is looked at, its rows are planned, judged,
 * counted and stored. Looks and thinks, but changes nothing.
 *
 * <p>Part of the change set engine; uses {@code plan}, {@code guard}, {@code attempt} and {@code
 * stored}.
 */
@NullMarked
package agency.steward.changeset.planning;

import org.jspecify.annotations.NullMarked;
