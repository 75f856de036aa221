package agency.steward.access.grant;

import java.time.Instant;
import java.util.Optional;

/**
 * A grant that counts no more.
 *
 * @param at when it ended
 * @param revokedBy the principal who took it back; empty where it ended by itself
 */
public record EndedGrant(Grant grant, Instant at, Optional<String> revokedBy) {}
