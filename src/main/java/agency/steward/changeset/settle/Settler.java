package agency.steward.changeset.settle;

import agency.steward.changeset.Sight;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.attempt.Recorder;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.attempt.Stay;
import agency.steward.changeset.lease.Lease;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.RowEnd;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Finds out by reading what became of rows whose outcome nobody knows: their process died, or
 * Instantly never answered. Sends nothing but what takes back something that nobody can use any
 * more.
 */
@ApplicationScoped
class Settler {
  private static final Logger LOG = Logger.getLogger(Settler.class);
  private static final int AT_ONCE = 50;
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final ChangeStore store;
  private final Heirs heirs;
  private final Leases leases;
  private final Looks looks;
  private final Recorder recorder;
  private final ChangeSetConfig config;
  private final DatabaseTime time;

  Settler(
      ChangeStore store,
      Heirs heirs,
      Leases leases,
      Looks looks,
      Recorder recorder,
      ChangeSetConfig config,
      DatabaseTime time) {
    this.store = store;
    this.heirs = heirs;
    this.leases = leases;
    this.looks = looks;
    this.recorder = recorder;
    this.config = config;
    this.time = time;
  }

  /** One look at everything that is due. Returns when all of them have been looked at. */
  void settleDue() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      store.due(time.now(), AT_ONCE).forEach(row -> threads.execute(() -> attempt(row)));
    }
  }

  private void attempt(RecordedChange row) {
    try {
      settle(row);
    } catch (RuntimeException e) {
      LOG.warnf(e, "Change set %s could not be settled now", row.changeSet());
    }
  }

  /** One look, unless whoever changes the subject is alive. */
  void settle(RecordedChange row) {
    Optional<Lease> lease = leases.take(row.workspace(), row.intent().lock(), config.lease());
    if (lease.isPresent()) {
      try {
        settle(row, lease.get());
      } finally {
        leases.giveBack(lease.get());
      }
    }
  }

  private void settle(RecordedChange row, Lease lease) {
    Optional<Inherited> found = heirs.of(row);
    if (found.isEmpty()) {
      recorder.abandon(row, lease);
      return;
    }
    Inherited inherited = found.get();
    Duration age = inherited.age(time.now());
    Instant next = time.now().plus(pause(age));
    if (!recorder.inherit(row, lease, next)) {
      return;
    }
    Attempt attempt = inherited.attempt();
    var sight = looks.once(Stay.in(inherited.workspace()), attempt, Optional.empty());
    Ending ending = takenBack(inherited, sight).orElseGet(() -> verdict(attempt, sight, age));
    RowEnd end = end(ending, age, next);
    if (end.isLastWord() || row.result() != Result.UNKNOWN) {
      recorder.end(attempt, end, List.of(lease));
    }
  }

  private Optional<Ending> takenBack(Inherited inherited, Optional<Sight> sight) {
    return sight
        .flatMap(seen ->
            looks.tidy(Stay.in(inherited.workspace()), inherited.attempt(), Optional.empty(), seen))
        .map(why -> new Ending.Failed(why, Optional.of(new Ending.Seen(Optional.empty()))));
  }

  private Ending verdict(Attempt attempt, Optional<Sight> sight, Duration age) {
    return switch (sight.orElse(null)) {
      case Sight.AsWanted wanted -> new Ending.Applied(wanted.now());
      case Sight.AsBefore before when age.compareTo(config.doubt()) >= 0 ->
          new Ending.Failed(Refusals.neverCame(), Optional.of(new Ending.Seen(before.now())));
      case Sight.Halfway halfway when age.compareTo(config.doubt()) >= 0 ->
          new Ending.Failed(
              attempt.kind().explain(Refusals.neverCame(), halfway),
              Optional.of(new Ending.Seen(halfway.now())));
      case null, default -> new Ending.Unknown();
    };
  }

  /** An outcome that is still unknown is looked for again, but not for ever. */
  private RowEnd end(Ending ending, Duration age, Instant next) {
    return ending instanceof Ending.Unknown unknown && age.compareTo(config.settleWithin()) < 0
        ? unknown.until(time.now(), next)
        : ending.row(time.now());
  }

  /** Often at first, then less and less. */
  private static Duration pause(Duration age) {
    Duration half = age.dividedBy(2);
    return half.compareTo(SHORTEST) < 0 ? SHORTEST : half.compareTo(LONGEST) > 0 ? LONGEST : half;
  }
}
