package agency.steward.ledger;

import agency.steward.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which entries are asked for.
 *
 * @param within only entries that are about one of these workspaces; empty for all entries, those
 *     about none or several included
 * @param actor the principal who did it, {@code sub:…} or {@code steward}
 * @param since not before this moment
 */
public record LedgerFilter(
    Optional<Set<WorkspaceId>> within,
    Optional<WorkspaceId> workspace,
    Optional<UUID> changeSet,
    Optional<String> actor,
    Optional<String> action,
    Optional<Instant> since) {}
