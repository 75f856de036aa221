/**
 * What a job at the agency means: the profiles, built in and the agency's own, and what each may do
 * with what. Uses nothing of the house.
 */
@NullMarked
package agency.steward.access.job;

import org.jspecify.annotations.NullMarked;
