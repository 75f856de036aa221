package agency.steward.changeset.lane.pass;

import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Execution;
import agency.steward.changeset.attempt.Sites;
import agency.steward.changeset.lane.LaneConfig;
import agency.steward.changeset.lane.Run;
import agency.steward.changeset.lane.Stop;
import agency.steward.changeset.lane.timing.Line;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.instantly.wire.Permit;
import agency.steward.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Sends what has been stored as intended, and never after the lease has ended. */
@ApplicationScoped
class Sending {
  private final Sites sites;
  private final Execution execution;
  private final ChangeSetConfig changes;
  private final LaneConfig config;
  private final DatabaseTime time;

  Sending(
      Sites sites,
      Execution execution,
      ChangeSetConfig changes,
      LaneConfig config,
      DatabaseTime time) {
    this.sites = sites;
    this.execution = execution;
    this.changes = changes;
    this.config = config;
    this.time = time;
  }

  Wave wave(Run run) {
    return new Wave(
        run.lane(),
        (row, permit) -> execution.send(run.stay(), row.attempt(), writing(run, permit)),
        this::row,
        config.rowsInFlight(),
        new Line(config.rowsInFlight(), sites.perSecond(), System::nanoTime),
        Thread.ofVirtual().factory());
  }

  /** For one write, no longer than the lane is ours. */
  Sites.Writing writing(Run run) {
    return writing(run, Permit.ALWAYS);
  }

  private Sites.Writing writing(Run run, Permit permit) {
    return sites.writing(run.workspace(), run.lane().within(changes.writeWithin()), permit);
  }

  /** As it is written down; what nobody knows yet is looked at again soon. */
  RowEnd row(Ending ending) {
    return ending.firstRow(time.now());
  }

  /**
   * Why nothing further is to be sent, given how a row ended; empty where it says nothing of
   * others.
   */
  static Optional<Stop> lesson(Ending ending) {
    if (ending instanceof Ending.Unsent unsent) {
      return Optional.of(Troubles.of(unsent.problem()));
    }
    if (ending instanceof Ending.Failed failed
        && (Troubles.closes(failed.problem().code())
            || failed.problem().code() == ProblemCode.UPSTREAM_RATE_LIMITED)) {
      return Optional.of(Troubles.of(failed.problem()));
    }
    return Optional.empty();
  }

  /** Whether the lease, or the time for a write, was over before it could be sent. */
  static boolean isTooLate(Ending ending) {
    return ending instanceof Ending.Failed failed
        && failed.problem().code() == ProblemCode.DATABASE_UNAVAILABLE;
  }
}
