package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * What this replica last read of each workspace. For calls into a workspace it may be a second old,
 * so that a suspension made on another replica holds within a second.
 */
@ApplicationScoped
class WorkspaceCache {
  private static final int MOST = 50_000;

  /** How old an entry may be where a call is decided by it. */
  static final Duration FRESH = Duration.ofSeconds(1);

  /**
   * @param mark where it is known
   */
  private record Entry(Workspace workspace, long at, Optional<Mark> mark) {}

  private final Map<WorkspaceId, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();
  private final LongSupplier nanos;

  WorkspaceCache() {
    this(System::nanoTime);
  }

  WorkspaceCache(LongSupplier nanos) {
    this.nanos = nanos;
  }

  Optional<Workspace> get(WorkspaceId id, Duration maxAge) {
    return Optional.ofNullable(entries.get(id))
        .filter(e -> nanos.getAsLong() - e.at() <= maxAge.toNanos())
        .map(Entry::workspace);
  }

  /** Whatever its age, if nothing has changed. */
  Optional<Workspace> get(WorkspaceId id, Mark now) {
    return Optional.ofNullable(entries.get(id))
        .filter(entry -> entry.mark().equals(Optional.of(now)))
        .map(Entry::workspace);
  }

  /** When a read began, and after how many changes. */
  record Ticket(long changes, long at) {}

  /** To be taken before a read whose result is then {@link #put}. */
  Ticket ticket() {
    return new Ticket(changes.get(), nanos.getAsLong());
  }

  /**
   * Keeps what was read, unless something changed since the ticket was taken.
   *
   * @param marks as they were just before
   */
  void put(Collection<Workspace> read, Map<WorkspaceId, Mark> marks, Ticket ticket) {
    if (entries.size() > MOST) {
      entries.clear();
    }
    for (Workspace workspace : read) {
      var mark =
          Optional.ofNullable(marks.get(workspace.id()))
              .filter(seen -> seen.revision() == workspace.revision());
      var entry = new Entry(workspace, ticket.at(), mark);
      entries.compute(workspace.id(), (id, old) -> changes.get() == ticket.changes() ? entry : old);
    }
  }

  void forget(WorkspaceId id) {
    changes.incrementAndGet();
    entries.remove(id);
  }

  void forgetAll() {
    changes.incrementAndGet();
    entries.clear();
  }
}
