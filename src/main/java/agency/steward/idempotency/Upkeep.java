package agency.steward.idempotency;

import agency.steward.idempotency.kept.UpkeepStore;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Renews the claims of long requests and removes records whose time is over. */
@Startup
@ApplicationScoped
class Upkeep {
  private static final Logger LOG = Logger.getLogger(Upkeep.class);
  private static final Duration LEAST = Duration.ofDays(1);
  private static final int BATCH = 1_000;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("idempotency-upkeep").daemon().factory());
  private final RunningClaims claims;
  private final UpkeepStore store;
  private final Clock clock;

  Upkeep(RunningClaims claims, UpkeepStore store, IdempotencyConfig config, Clock clock) {
    if (config.retention().compareTo(LEAST) < 0) {
      throw new IllegalArgumentException("steward.idempotency.retention is at least PT24H");
    }
    this.claims = claims;
    this.store = store;
    this.clock = clock;
    every(config.lease().dividedBy(3), claims::renew);
    every(config.sweepEvery(), this::sweep);
  }

  private void every(Duration pause, Runnable work) {
    timer.scheduleWithFixedDelay(
        () -> guarded(work), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A timer forgets work that once failed; this one is there again when the database is. */
  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException later) {
      LOG.warnf("Idempotency records are looked after later: %s", later.getMessage());
    }
  }

  void sweep() {
    int removed;
    do {
      removed = store.sweep(clock.instant(), BATCH);
    } while (removed == BATCH);
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
