package agency.steward.changeset.apply;

import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.attempt.Ending;
import agency.steward.changeset.attempt.Recorder;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;

/** What becomes of an ending: it is recorded, and the caller is told. */
@ApplicationScoped
class Outcomes {
  private static final Logger LOG = Logger.getLogger(Outcomes.class);

  private final Recorder recorder;
  private final DatabaseTime time;

  Outcomes(Recorder recorder, DatabaseTime time) {
    this.recorder = recorder;
    this.time = time;
  }

  /** Records, gives the leases back and answers. */
  Response record(Workspace workspace, Attempt attempt, Ending ending, Holding holding) {
    if (!isRecorded(attempt, ending, holding)) {
      throw Refusals.in(attempt.id(), Refusals.unknown()).thrown();
    }
    return answer(workspace, attempt, ending);
  }

  /** What is not recorded is found out by an heir; until then nobody can rely on it. */
  private boolean isRecorded(Attempt attempt, Ending ending, Holding holding) {
    try {
      boolean counts = recorder.end(attempt, ending.firstRow(time.now()), holding.leases());
      if (counts) {
        holding.given();
      }
      return counts;
    } catch (RuntimeException e) {
      LOG.warnf(e, "Change set %s: the outcome %s could not be recorded", attempt.id(), ending);
      return false;
    }
  }

  /** Throws the problem where it did not come about. */
  Response answer(Workspace workspace, Attempt attempt, Ending ending) {
    return switch (ending) {
      case Ending.Applied applied -> attempt.answer(workspace, true, applied.now());
      case Ending.AlreadySo already -> attempt.answer(workspace, false, already.now());
      case Ending.Blocked blocked -> throw in(attempt.id(), blocked.problem());
      case Ending.Stale stale -> throw in(attempt.id(), stale.problem());
      case Ending.Failed failed -> throw in(attempt.id(), failed.problem());
      case Ending.Unsent unsent -> throw in(attempt.id(), unsent.problem());
      case Ending.Unknown ignored -> throw in(attempt.id(), Refusals.unknown());
    };
  }

  private static ProblemException in(ChangeSetId id, Problem problem) {
    return Refusals.in(id, problem).thrown();
  }
}
