package agency.steward.access.job;

import java.time.Instant;

/**
 * A profile of the agency's own, and who wrote it last.
 *
 * @param version another one after every change; it begins at the moment of creation, so that a
 *     profile made anew under an old name has another one too
 */
public record KeptProfile(Profile profile, long version, String updatedBy, Instant updatedAt) {}
