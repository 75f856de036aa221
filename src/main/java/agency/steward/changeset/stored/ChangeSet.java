package agency.steward.changeset.stored;

import java.time.Instant;
import java.util.Optional;

/**
 * A list of changes, as a whole.
 *
 * @param createdBy the principal: {@code sub:…}
 * @param digest the seal of its plan; empty while it is being planned
 * @param bulk what only sets of many rows have
 */
public record ChangeSet(
    ChangeSetId id,
    String kind,
    State state,
    Optional<String> reason,
    String createdBy,
    Instant createdAt,
    Optional<String> digest,
    int requiredApprovals,
    Optional<Instant> plannedAt,
    Optional<Instant> expiresAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt,
    Optional<ChangeSetId> undoOf,
    Optional<Bulk> bulk) {}
