package agency.steward.workspace;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Checks in one statement which of the workspaces that were called lately have changed, so that
 * hardly any call has to check by itself.
 */
@ApplicationScoped
class Refresh {
  private static final Logger LOG = Logger.getLogger(Refresh.class);

  /** Beyond so many, calls look by themselves. */
  private static final int MOST = 2_000;

  /** For so many rounds at least, a minute of them, a workspace is looked at after a call. */
  private static final int GENERATION = 150;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("workspace-refresh").daemon(true).factory());
  private final CurrentWorkspaces current;
  private final Duration every;
  private volatile Set<WorkspaceId> called = ConcurrentHashMap.newKeySet();
  private Set<WorkspaceId> before = Set.of();
  private int rounds;

  Refresh(CurrentWorkspaces current, WorkspacesConfig config) {
    this.current = current;
    this.every = config.refreshEvery();
  }

  /** A call is made into it. */
  void called(WorkspaceId id) {
    Set<WorkspaceId> now = called;
    if (now.size() < MOST) {
      now.add(id);
    }
  }

  /** Looks at all of them once; the cache knows afterwards. */
  synchronized void round() {
    var ids = new HashSet<>(called);
    ids.addAll(before);
    if (!ids.isEmpty()) {
      current.matching(new Where().oneOf(ids));
    }
    if (++rounds % GENERATION == 0) {
      before = called;
      called = ConcurrentHashMap.newKeySet();
    }
  }

  void start(@Observes StartupEvent started) {
    if (!every.isZero()) {
      long pause = every.toMillis();
      timer.scheduleWithFixedDelay(this::quietRound, pause, pause, TimeUnit.MILLISECONDS);
    }
  }

  private void quietRound() {
    try {
      round();
    } catch (RuntimeException e) {
      LOG.debugf(
          "Workspaces could not be looked at; calls do so by themselves: %s", e.getMessage());
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    timer.shutdownNow();
  }
}
