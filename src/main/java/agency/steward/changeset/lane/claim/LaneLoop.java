package agency.steward.changeset.lane.claim;

import agency.steward.changeset.decision.Going;
import agency.steward.changeset.decision.WhenAllowed;
import agency.steward.changeset.lane.LaneConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks for lanes again and again, and says that this replica is alive. */
@ApplicationScoped
class LaneLoop {
  private static final Logger LOG = Logger.getLogger(LaneLoop.class);
  private static final Duration TIDY_EVERY = Duration.ofSeconds(30);

  /** So that nothing that takes long keeps the heartbeat waiting. */
  private static final int ALL_AT_ONCE = 3;

  private final Lanes lanes;
  private final Orphans orphans;
  private final Going going;
  private final WhenAllowed allowed;
  private final LaneConfig config;
  private final ScheduledExecutorService timers =
      Executors.newScheduledThreadPool(
          ALL_AT_ONCE, Thread.ofPlatform().name("changeset-lanes-", 0).daemon(true).factory());

  LaneLoop(Lanes lanes, Orphans orphans, Going going, WhenAllowed allowed, LaneConfig config) {
    this.lanes = lanes;
    this.orphans = orphans;
    this.going = going;
    this.allowed = allowed;
    this.config = config;
  }

  void start(@Observes StartupEvent started) {
    if (!config.every().isZero()) {
      repeat(going::holdFrozen, config.every());
      timers.execute(() -> quietly(this::look)); // it may have left some itself
      repeat(this::look, config.every());
      repeat(lanes::beat, config.heartbeat());
      repeat(allowed::go, TIDY_EVERY);
      repeat(going::expire, TIDY_EVERY);
      repeat(going::finishOver, TIDY_EVERY);
    }
  }

  /** Most of the time there are none, and whoever reads a fleet then need not pay for more. */
  private void look() {
    if (lanes.areThere()) {
      release();
      lanes.claim();
    }
  }

  /** Lanes that become free so are taken at that moment. */
  private void release() {
    if (orphans.release()) {
      timers.schedule(() -> quietly(lanes::claim), Orphans.ECHO.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void repeat(Runnable work, Duration every) {
    timers.scheduleWithFixedDelay(
        () -> quietly(work), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void quietly(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warnf("Lanes could not be looked after: %s", e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    timers.shutdownNow();
  }
}
