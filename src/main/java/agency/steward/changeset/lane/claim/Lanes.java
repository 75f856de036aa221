package agency.steward.changeset.lane.claim;

import agency.steward.changeset.decision.Started;
import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneConfig;
import agency.steward.changeset.lane.written.LaneRecorder;
import agency.steward.changeset.lane.written.LaneStore;
import agency.steward.instantly.Deadline;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Takes lanes that nobody works on and runs them, on every replica. */
@ApplicationScoped
class Lanes {
  private static final Logger LOG = Logger.getLogger(Lanes.class);

  /** Lanes are claimed at once where so large a part of the room has become free. */
  private static final int PARTS = 8;

  private final LaneStore store;
  private final LaneRunner runner;
  private final LaneConfig config;
  private final Semaphore room;
  private volatile boolean full;
  private final Map<Long, Lane> running = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lane-", 0).factory());

  Lanes(LaneStore store, LaneRunner runner, LaneConfig config) {
    this.store = store;
    this.runner = runner;
    this.config = config;
    this.room = new Semaphore(config.atOnce());
  }

  /** Something may be there to do at once. */
  void started(@Observes Started set) {
    if (!config.every().isZero()) {
      threads.execute(this::claim);
    }
  }

  /** Whether there are any that are not done, whoever runs them. */
  boolean areThere() {
    return store.isAnyOpen();
  }

  /** As many as there is room for; returns how many it has begun to run. */
  int claim() {
    int most = room.drainPermits();
    int taken = 0;
    try {
      List<Lane> claimed =
          most == 0 ? List.of() : store.claim(Deadline.in(config.lease()), config.lease(), most);
      taken = claimed.size();
      full = taken == most;
      Briefing briefing = runner.briefing(claimed);
      claimed.forEach(lane -> begin(lane, briefing));
    } catch (RuntimeException e) {
      LOG.warnf("No lane could be taken: %s", e.getMessage());
    } finally {
      room.release(most - taken);
    }
    return taken;
  }

  private void begin(Lane lane, Briefing briefing) {
    running.put(lane.fence(), lane);
    threads.execute(() -> run(lane, briefing));
  }

  private void run(Lane lane, Briefing briefing) {
    try {
      runner.run(lane, briefing);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Change set %s: a lane broke off; it is inherited", lane.set());
    } finally {
      running.remove(lane.fence());
      room.release();
      fillUp();
    }
  }

  /** Others may have waited for room; looked for once for several that have become free. */
  private void fillUp() {
    boolean worthIt = room.availablePermits() * PARTS >= config.atOnce();
    if (full && worthIt && !config.every().isZero()) {
      full = false;
      threads.execute(this::claim);
    }
  }

  /** Says that this replica is alive; lanes that are not ours any more find out by themselves. */
  void beat() {
    List<Lane> held = List.copyOf(running.values());
    if (held.isEmpty()) {
      return;
    }
    Deadline until = Deadline.in(config.lease());
    Set<Long> ours = store.prolong(held, config.lease(), LaneRecorder.GROUND);
    held.stream().filter(lane -> ours.contains(lane.fence())).forEach(lane -> lane.prolong(until));
  }

  /** Whether anything is being run here. */
  boolean isBusy() {
    return !running.isEmpty();
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
