package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * What calls show about workspaces. Only a change is written at once; that the same was seen again
 * is written once in a while, for many workspaces together.
 */
@ApplicationScoped
class Observations {
  /** How old a reading may be to decide that nothing has changed. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final WorkspaceCache cache;
  private final WorkspaceStore store;
  private final ConditionWriter writer;
  private final CheckedAt checkedAt;

  Observations(
      WorkspaceCache cache, WorkspaceStore store, ConditionWriter writer, CheckedAt checkedAt) {
    this.cache = cache;
    this.store = store;
    this.writer = writer;
    this.checkedAt = checkedAt;
  }

  void note(WorkspaceId id, Condition seen) {
    Optional<Condition> known =
        cache.get(id, REMEMBERED).or(() -> read(id)).flatMap(w -> w.condition(seen.type()));
    if (known.isPresent() && seen.isKnownFrom(known.get())) {
      checkedAt.again(id, known.get(), seen.checkedAt());
    } else {
      writer.write(id, seen);
    }
  }

  private Optional<Workspace> read(WorkspaceId id) {
    long ticket = cache.ticket();
    Optional<Workspace> found = store.read(id);
    cache.put(found.stream().toList(), ticket);
    return found;
  }
}
