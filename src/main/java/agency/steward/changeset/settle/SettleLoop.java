package agency.steward.changeset.settle;

import agency.steward.changeset.attempt.ChangeSetConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets the {@link Settler} look again and again, on every replica; leases keep them apart. */
@ApplicationScoped
class SettleLoop {
  private static final Logger LOG = Logger.getLogger(SettleLoop.class);

  private final Settler settler;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("changeset-settle").daemon(true).factory());

  SettleLoop(Settler settler, ChangeSetConfig config) {
    this.settler = settler;
    this.every = config.settleEvery();
  }

  void start(@Observes StartupEvent started) {
    if (!every.isZero()) {
      long pause = every.toMillis();
      timer.scheduleWithFixedDelay(this::settle, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  private void settle() {
    try {
      settler.settleDue();
    } catch (RuntimeException e) {
      LOG.warnf("Unknown outcomes could not be looked for: %s", e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    timer.shutdownNow();
  }
}
