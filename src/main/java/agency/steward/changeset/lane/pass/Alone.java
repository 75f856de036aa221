package agency.steward.changeset.lane.pass;

import agency.steward.changeset.SharedGround;
import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.lane.list.Reading;
import agency.steward.changeset.lane.written.LaneRecorder;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A row that is made by itself, as in a request of its own: what it has in common with others is
 * held from before the guards look until it was read back.
 */
@ApplicationScoped
class Alone {
  private static final Logger LOG = Logger.getLogger(Alone.class);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Reading reading;
  private final Sending sending;
  private final Execution execution;
  private final LaneRecorder recorder;
  private final ChangeStore store;
  private final ChangeSetConfig config;
  private final Sleeper sleeper;

  Alone(
      Reading reading,
      Sending sending,
      Execution execution,
      LaneRecorder recorder,
      ChangeStore store,
      ChangeSetConfig config,
      Sleeper sleeper) {
    this.reading = reading;
    this.sending = sending;
    this.execution = execution;
    this.recorder = recorder;
    this.store = store;
    this.config = config;
    this.sleeper = sleeper;
  }

  /** False where somebody else holds what it needs. */
  boolean make(Run run, LaneRow row) {
    Optional<SharedGround> ground = row.ground();
    if (ground.isPresent() && !isHeld(run.lane(), ground.get().lease())) {
      return false;
    }
    try {
      return make(run, row, ground);
    } finally {
      ground.ifPresent(held -> giveBack(run.lane(), held.lease()));
    }
  }

  private boolean isHeld(Lane lane, String name) {
    for (Duration waited = Duration.ZERO;
        waited.compareTo(config.waitWithin()) < 0;
        waited = waited.plus(PAUSE)) {
      if (recorder.isTaken(lane, name)) {
        return true;
      }
      sleeper.sleep(PAUSE);
    }
    return false;
  }

  private void giveBack(Lane lane, String name) {
    try {
      recorder.giveBack(lane, name);
    } catch (RuntimeException e) {
      LOG.warnf("A lease could not be given back: %s", e.getMessage());
    }
  }

  private boolean make(Run run, LaneRow row, Optional<SharedGround> ground) {
    InstantlyWorkspace site = reading.of(run);
    Optional<Ending> ending =
        Comparison.of(row, present(site, row), () -> context(run, site, ground), run.lifted());
    if (ending.isPresent()) {
      recorder.end(run.lane(), Map.of(row, sending.row(ending.get())), List.of());
      return true;
    }
    // First: where nothing may be written any more, nothing is begun.
    Sites.Writing writing = sending.writing(run);
    List<LaneRow> begun = recorder.intend(run.lane(), List.of(row));
    begun.forEach(each -> record(run, each, execution.run(run.stay(), each.attempt(), writing)));
    return !begun.isEmpty();
  }

  /** The rest of a row that was left halfway. */
  void goOn(Run run, LaneRow row) {
    Sites.Writing writing = sending.writing(run);
    LaneRow begun = recorder.goOn(run.lane(), row);
    record(run, begun, execution.goOn(run.stay(), begun.attempt(), writing));
  }

  /** One that ended halfway is the last for now: the others would not fare better. */
  private void record(Run run, LaneRow row, Ending made) {
    if (Sending.isTooLate(made)) {
      recorder.end(run.lane(), Map.of(), List.of(row));
      throw new Stop.Signal(new Stop.Busy());
    }
    var lesson = Sending.lesson(made);
    if (lesson.isPresent()) {
      recorder.end(run.lane(), Map.of(), List.of(row));
      throw new Stop.Signal(lesson.get());
    }
    RowEnd end = sending.row(made);
    recorder.end(run.lane(), Map.of(row, end), List.of());
    if (made instanceof Ending.Failed failed
        && failed.problem().code() == ProblemCode.ENDED_HALFWAY) {
      throw new Stop.Signal(new Stop.Closed(Refusals.afterHalfway(row.seq())));
    }
  }

  private static Optional<ObjectNode> present(InstantlyWorkspace site, LaneRow row) {
    try {
      return row.attempt().kind().detect(site, row.attempt().intent());
    } catch (InstantlyException e) {
      if (e.failure() instanceof InstantlyFailure.NotFound) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private GuardContext context(Run run, InstantlyWorkspace site, Optional<SharedGround> ground) {
    return ground
        .map(shared ->
            GuardContext.PROVEN.with(
                shared.look().around(site, store.inDoubt(run.workspace().id()))))
        .orElse(GuardContext.PROVEN);
  }
}
