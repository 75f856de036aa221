package agency.steward.changeset.lane.claim;

import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.decision.Going;
import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.LaneConfig;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.lane.pass.Passes;
import agency.steward.changeset.lane.pass.Troubles;
import agency.steward.changeset.lane.written.LaneRecorder;
import agency.steward.changeset.lane.written.LaneRows;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.ledger.Actor;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Runs one lane until no row is left, or something stops it. */
@ApplicationScoped
class LaneRunner {
  private static final Logger LOG = Logger.getLogger(LaneRunner.class);
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final ChangeSetStore sets;
  private final Workspaces workspaces;
  private final LaneRows rows;
  private final Passes passes;
  private final LaneRecorder recorder;
  private final Going going;
  private final LaneConfig config;
  private final InstantSource clock;

  LaneRunner(
      ChangeSetStore sets,
      Workspaces workspaces,
      LaneRows rows,
      Passes passes,
      LaneRecorder recorder,
      Going going,
      LaneConfig config,
      InstantSource clock) {
    this.sets = sets;
    this.workspaces = workspaces;
    this.rows = rows;
    this.passes = passes;
    this.recorder = recorder;
    this.going = going;
    this.config = config;
    this.clock = clock;
  }

  /** For lanes that were taken together. */
  Briefing briefing(List<Lane> lanes) {
    return new Briefing(lanes, sets, workspaces);
  }

  /** Returns when the lane has been given back, or was lost. */
  void run(Lane lane, Briefing briefing) {
    ChangeSet set = briefing.set(lane);
    try {
      made(lane, set, briefing).ifPresent(stop -> stop(lane, set, stop));
    } catch (Stop.Signal lost) {
      lost(lane, set);
    }
  }

  /** Why there are rows left, if there are. */
  private Optional<Stop> made(Lane lane, ChangeSet set, Briefing briefing) {
    try {
      Workspace workspace =
          briefing
              .workspace(lane)
              .orElseThrow(() -> new Stop.Signal(new Stop.Closed(Refusals.forgotten())));
      work(new Run(lane, set, workspace));
      over(lane);
      return Optional.empty();
    } catch (Stop.Signal signal) {
      return Optional.of(signal.stop());
    } catch (ProblemException unreachable) {
      return Optional.of(Troubles.of(unreachable));
    } catch (RuntimeException unforeseen) {
      LOG.errorf(unforeseen, "Change set %s: a lane broke off", lane.set());
      return Optional.of(new Stop.Trouble(failed()));
    }
  }

  private void work(Run run) {
    if (run.lane().wasTaken() && recorder.inherits(run.lane())) {
      passes.settle(run, rows.inherited(run.set(), run.workspace()));
    }
    List<LaneRow> pending = rows.pending(run.set(), run.workspace());
    while (!pending.isEmpty()) {
      int made = passes.make(run, pending);
      if (made == 0) {
        throw new Stop.Signal(new Stop.Busy());
      }
      pending = rows.pending(run.set(), run.workspace());
    }
  }

  private void stop(Lane lane, ChangeSet set, Stop stop) {
    switch (stop) {
      case Stop.Lost ignored -> lost(lane, set);
      case Stop.Held ignored -> {
        going.holdFrozen();
        later(lane, Duration.ZERO, lane.tries());
      }
      case Stop.Busy ignored -> later(lane, SOON, lane.tries());
      case Stop.Trouble trouble -> again(lane, set, config.tries(), trouble.why());
      case Stop.Limited limited -> again(lane, set, config.limitedTries(), limited.why());
      case Stop.Closed closed -> close(lane, set, notAttempted(closed.why()));
      case Stop.Forbidden forbidden ->
          close(lane, set, new Ending.Blocked(List.of(forbidden.why())).row(clock.instant()));
    }
  }

  /** In a while, unless it was so often for nothing. */
  private void again(Lane lane, ChangeSet set, int most, Problem why) {
    int tries = lane.tries() + 1;
    if (tries < most) {
      later(lane, backoff(lane.tries()), tries);
    } else {
      close(lane, set, notAttempted(why));
    }
  }

  private static void lost(Lane lane, ChangeSet set) {
    LOG.infof("Lane %s of %s is somebody else's", lane.fence(), set.id());
  }

  private static Duration backoff(int tries) {
    Duration pause = SOON.multipliedBy(1L << Math.min(tries, 6));
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private RowEnd notAttempted(Problem why) {
    return RowEnd.of(Result.NOT_ATTEMPTED, clock.instant()).because(Refusals.stored(why));
  }

  private void close(Lane lane, ChangeSet set, RowEnd end) {
    recorder.close(lane, end, Actor.stewardFor(set.createdBy()));
    over(lane);
  }

  private void over(Lane lane) {
    recorder.giveBack(lane, true, Duration.ZERO, lane.tries());
  }

  /** Rows that a cancellation has taken away meanwhile may have been the last. */
  private void later(Lane lane, Duration pause, int tries) {
    boolean cancelled = sets.find(lane.set()).filter(set -> set.state().isEnding()).isPresent();
    recorder.giveBack(lane, cancelled, pause, tries);
  }

  private static Problem failed() {
    return Problem.of(
        ProblemCode.INTERNAL_ERROR,
        "Steward failed while it changed this workspace; its log says why");
  }
}
