package agency.steward.access.grant;

import java.time.Instant;
import java.util.Optional;

/**
 * Who holds which profile where.
 *
 * @param profile the profile's name; a name that means nothing (any more) carries no right
 * @param narrowing how much of each of these workspaces it is about; to tags, it carries reading
 *     campaigns and accounts and nothing else
 * @param createdBy the principal who granted it
 */
public record Grant(
    GrantId id,
    Principal principal,
    String profile,
    Reach reach,
    Narrowing narrowing,
    Optional<Instant> expiresAt,
    String createdBy,
    Instant createdAt) {

  /** Whether it counts at this moment, unless it was revoked. */
  public boolean isLive(Instant now) {
    return expiresAt.map(now::isBefore).orElse(true);
  }
}
