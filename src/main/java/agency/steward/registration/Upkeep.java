package agency.steward.registration;

import agency.steward.registration.errand.Errands;
import agency.steward.registration.look.RegistrationConfig;
import agency.steward.registration.reprobe.Reprobing;
import agency.steward.workspace.WorkspacesConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * What every replica does without being asked: it checks broken workspaces again and finishes
 * abandoned errands. The database decides whose turn it is, so replicas need not know each other.
 */
@ApplicationScoped
class Upkeep {
  private static final Logger LOG = Logger.getLogger(Upkeep.class);
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Reprobing reprobing;
  private final Errands errands;
  private final RegistrationConfig config;
  private final Duration reprobeEvery;
  private final ScheduledExecutorService rounds =
      Executors.newScheduledThreadPool(2, Thread.ofVirtual().name("upkeep-", 0).factory());

  Upkeep(Reprobing reprobing, Errands errands, RegistrationConfig config, WorkspacesConfig fleet) {
    this.reprobing = reprobing;
    this.errands = errands;
    this.config = config;
    this.reprobeEvery = fleet.reprobeEvery();
  }

  void start(@Observes StartupEvent event) {
    if (config.upkeep()) {
      // Ten times as often as anything is due, so that it is done at most a tenth too late
      every(reprobeEvery.dividedBy(10), reprobing::round);
      every(
          config.supersededKeyKept().dividedBy(2),
          () -> errands.sweep(config.errandGrace(), config.supersededKeyKept()));
    }
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.shutdownNow();
  }

  private void every(Duration interval, Runnable round) {
    Duration pause = interval.compareTo(SHORTEST) < 0 ? SHORTEST : interval;
    rounds.scheduleWithFixedDelay(
        () -> attempt(round), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A round that fails must not be the last one. */
  private static void attempt(Runnable round) {
    try {
      round.run();
    } catch (RuntimeException e) {
      LOG.warnf("A round of upkeep failed and is tried again: %s", e);
    }
  }
}
