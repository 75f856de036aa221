/**
 * What a job at the agency means: the profiles, and what each may do with what. Uses nothing of the
 * house.
 */
@NullMarked
package agency.steward.access.job;

import org.jspecify.annotations.NullMarked;
