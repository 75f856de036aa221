package agency.steward.link;

import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who administers a group, as it was last seen: one table for all replicas, read whole at most once
 * a second, so that a fan-out does not ask it for each workspace.
 */
@ApplicationScoped
class LinkMemory {
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** An unchanged answer is written again only after this part of its time has passed. */
  private static final int PARTS = 4;

  /**
   * @param at when Instantly was asked, not when it answered
   */
  record Seen(boolean administers, Instant at) {

    static Seen newest(Seen one, Seen other) {
      return one.at.isAfter(other.at) ? one : other;
    }
  }

  private final ReentrantLock loading = new ReentrantLock();
  private final Map<WorkspaceId, Seen> known = new ConcurrentHashMap<>();
  private final LinkStore store;
  private final Duration remember;
  private final Clock clock;
  private volatile Instant loaded = Instant.MIN;

  LinkMemory(LinkStore store, LinkConfig config, Clock clock) {
    this.store = store;
    this.remember = config.remember();
    this.clock = clock;
  }

  Optional<Boolean> recall(WorkspaceId workspace) {
    refresh();
    return young(workspace, remember).map(Seen::administers);
  }

  /** Notes what was seen, and when it was asked for. */
  void note(WorkspaceId workspace, boolean administers, Instant asked) {
    boolean oldNews =
        young(workspace, remember.dividedBy(PARTS))
            .filter(seen -> seen.administers() == administers)
            .isPresent();
    if (!oldNews) {
      write(workspace, administers, asked);
    }
  }

  /** An answer that was asked for earlier but arrives later does not replace it. */
  void write(WorkspaceId workspace, boolean administers, Instant at) {
    store.write(workspace, administers, at);
    known.merge(workspace, new Seen(administers, at), Seen::newest);
  }

  private Optional<Seen> young(WorkspaceId workspace, Duration age) {
    return Optional.ofNullable(known.get(workspace))
        .filter(seen -> seen.at().isAfter(clock.instant().minus(age)));
  }

  private void refresh() {
    if (isFresh()) {
      return;
    }
    loading.lock();
    try {
      if (!isFresh()) {
        Instant now = clock.instant();
        known.values().removeIf(seen -> seen.at().isBefore(now.minus(remember)));
        store
            .since(now.minus(remember))
            .forEach((workspace, seen) -> known.merge(workspace, seen, Seen::newest));
        loaded = now;
      }
    } finally {
      loading.unlock();
    }
  }

  private boolean isFresh() {
    return loaded.isAfter(clock.instant().minus(FRESH));
  }
}
