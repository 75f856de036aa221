package agency.steward.changeset.planning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets plans be inherited again and again, on every replica. */
@ApplicationScoped
class PlanLoop {
  private static final Logger LOG = Logger.getLogger(PlanLoop.class);

  private final PlanRuns runs;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("changeset-plan-heirs").daemon(true).factory());

  PlanLoop(PlanRuns runs, PlanConfig config) {
    this.runs = runs;
    this.every = config.heirsEvery();
  }

  void start(@Observes StartupEvent started) {
    if (!every.isZero()) {
      long pause = every.toMillis();
      timer.scheduleWithFixedDelay(this::inherit, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  private void inherit() {
    try {
      runs.inherit();
    } catch (RuntimeException e) {
      LOG.warnf("Plans could not be looked for: %s", e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    timer.shutdownNow();
  }
}
