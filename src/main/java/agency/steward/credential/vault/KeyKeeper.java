package agency.steward.credential.vault;

import static java.util.stream.Collectors.toUnmodifiableSet;

import agency.steward.workspace.Credential;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Keeps the keys of all registered workspaces in memory, from the start on: that makes each of them
 * known when Vault goes away.
 */
@ApplicationScoped
@IfBuildProperty(name = "steward.credential.store", stringValue = "vault", enableIfMissing = true)
class KeyKeeper {
  private static final Logger LOG = Logger.getLogger(KeyKeeper.class);
  private static final long PAUSE_SECONDS = 60;
  private static final int EXAMPLES = 5;

  private final VaultCustody custody;
  private final Workspaces workspaces;
  private final Set<KeyAt> reported = new HashSet<>();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("custody-keeper").daemon(true).factory());

  KeyKeeper(VaultCustody custody, Workspaces workspaces) {
    this.custody = custody;
    this.workspaces = workspaces;
  }

  void start(@Observes StartupEvent started) {
    timer.scheduleWithFixedDelay(this::quietRound, 0, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  void stop(@Observes ShutdownEvent stopping) {
    timer.shutdownNow();
  }

  /** An exception would end the schedule; the next round may find things in order again. */
  private void quietRound() {
    try {
      round();
    } catch (RuntimeException e) {
      LOG.debug("The keys could not be looked at; again in a minute", e);
    }
  }

  void round() {
    Set<KeyAt> missing = custody.keep(wanted());
    if (!reported.containsAll(missing)) {
      LOG.warnf(
          "Vault lacks the keys of %d workspaces, such as %s", missing.size(), someOf(missing));
    }
    reported.clear();
    reported.addAll(missing);
  }

  private static List<String> someOf(Set<KeyAt> missing) {
    return missing.stream()
        .limit(EXAMPLES)
        .map(at -> at.workspace() + " (version " + at.version() + ")")
        .toList();
  }

  private Set<KeyAt> wanted() {
    return workspaces.matching(new Visibility.Everything(), Optional.empty()).stream()
        .flatMap(KeyKeeper::key)
        .collect(toUnmodifiableSet());
  }

  private static Stream<KeyAt> key(Workspace workspace) {
    return switch (workspace.credential()) {
      case Credential.OwnKey own -> Stream.of(new KeyAt(workspace.id(), own.version()));
      case Credential.Delegated delegated -> Stream.empty();
    };
  }
}
