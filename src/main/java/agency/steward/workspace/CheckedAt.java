package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps {@code checked_at} reasonably young without a write per call: only when it is older than
 * the configured age, and then for all such workspaces in one statement.
 */
@ApplicationScoped
class CheckedAt {

  /** One condition of one workspace. */
  record Subject(WorkspaceId workspace, Condition.Type type) {}

  /** Seen again then, and still the same. */
  record Look(Subject subject, Instant at) {}

  private final Map<Subject, Instant> waiting = new ConcurrentHashMap<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final CheckedAtStore store;
  private final Duration stale;

  CheckedAt(CheckedAtStore store, WorkspacesConfig config) {
    this.store = store;
    this.stale = config.checkedAtMaxAge();
  }

  void again(WorkspaceId id, Condition known, Instant now) {
    if (Duration.between(known.checkedAt(), now).compareTo(stale) < 0) {
      return;
    }
    waiting.put(new Subject(id, known.type()), now);
    if (writing.compareAndSet(false, true)) {
      Thread.startVirtualThread(this::writeAll);
    }
  }

  /** What gathers while one batch is written makes the next. */
  private void writeAll() {
    try {
      for (List<Look> batch = take(); !batch.isEmpty(); batch = take()) {
        store.write(batch);
      }
    } finally {
      writing.set(false);
    }
  }

  private List<Look> take() {
    var batch = new ArrayList<Look>();
    for (Subject subject : waiting.keySet()) {
      Instant at = waiting.remove(subject);
      if (at != null) {
        batch.add(new Look(subject, at));
      }
    }
    return batch;
  }
}
