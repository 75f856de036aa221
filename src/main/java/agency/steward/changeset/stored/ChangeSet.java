package agency.steward.changeset.stored;

import java.time.Instant;
import java.util.Optional;

/**
 * A list of changes, as a whole.
 *
 * @param createdBy the principal: {@code sub:…}
 * @param digest the seal of its plan
 */
public record ChangeSet(
    ChangeSetId id,
    String kind,
    State state,
    Optional<String> reason,
    String createdBy,
    Instant createdAt,
    String digest,
    int requiredApprovals,
    Optional<Instant> plannedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<ChangeSetId> undoOf) {}
