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
  private final CurrentWorkspaces current;
  private final ConditionWriter writer;
  private final CheckedAt checkedAt;

  Observations(
      WorkspaceCache cache,
      CurrentWorkspaces current,
      ConditionWriter writer,
      CheckedAt checkedAt) {
    this.cache = cache;
    this.current = current;
    this.writer = writer;
    this.checkedAt = checkedAt;
  }

  void note(WorkspaceId id, Condition seen) {
    Optional<Condition> known =
        cache.get(id, REMEMBERED).or(() -> current.one(id)).flatMap(w -> w.condition(seen.type()));
    if (known.isPresent() && seen.isKnownFrom(known.get())) {
      checkedAt.again(id, known.get(), seen.checkedAt());
    } else {
      writer.write(id, seen);
    }
  }
}
