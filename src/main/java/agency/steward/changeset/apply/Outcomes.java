package agency.steward.changeset.apply;

import agency.steward.changeset.Answer;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/** What becomes of an ending: it is recorded, and the caller is told. */
@ApplicationScoped
class Outcomes {
  private static final Logger LOG = Logger.getLogger(Outcomes.class);
  private static final Duration FIRST_LOOK = Duration.ofSeconds(2);

  /** Names the change set of a write (contract 3). */
  static final String HEADER = "Steward-Change-Set";

  private final Recorder recorder;
  private final InstantSource clock;

  Outcomes(Recorder recorder, InstantSource clock) {
    this.recorder = recorder;
    this.clock = clock;
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
      boolean counts = recorder.end(attempt, row(ending), holding.leases());
      if (counts) {
        holding.given();
      }
      return counts;
    } catch (RuntimeException e) {
      LOG.warnf(e, "Change set %s: the outcome %s could not be recorded", attempt.id(), ending);
      return false;
    }
  }

  private RowEnd row(Ending ending) {
    Instant now = clock.instant();
    return ending instanceof Ending.Unknown
        ? ending.row(now).until(now.plus(FIRST_LOOK))
        : ending.row(now);
  }

  /** Throws the problem where it did not come about. */
  Response answer(Workspace workspace, Attempt attempt, Ending ending) {
    return switch (ending) {
      case Ending.Applied applied -> response(workspace, attempt, true, applied.now());
      case Ending.AlreadySo already -> response(workspace, attempt, false, already.now());
      case Ending.Blocked blocked -> throw in(attempt.id(), blocked.problem());
      case Ending.Stale stale -> throw in(attempt.id(), stale.problem());
      case Ending.Failed failed -> throw in(attempt.id(), failed.problem());
      case Ending.Unknown ignored -> throw in(attempt.id(), Refusals.unknown());
    };
  }

  private static ProblemException in(ChangeSetId id, Problem problem) {
    return Refusals.in(id, problem).thrown();
  }

  static Response response(
      Workspace workspace, Attempt attempt, boolean changed, Optional<ObjectNode> now) {
    Answer answer = attempt.kind().answer(workspace, attempt.change(), changed, now);
    var response = Response.status(answer.status()).header(HEADER, attempt.id().toString());
    answer.location().map(URI::create).ifPresent(response::location);
    answer.body().ifPresent(body -> response.entity(body).type(MediaType.APPLICATION_JSON_TYPE));
    return response.build();
  }
}
