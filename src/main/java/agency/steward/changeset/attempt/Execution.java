package agency.steward.changeset.attempt;

import agency.steward.changeset.HalfwayException;
import agency.steward.changeset.Sight;
import agency.steward.changeset.TakenBackException;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The write and what became of it. Never sends twice, never believes an answer. */
@ApplicationScoped
public class Execution {
  private static final Logger LOG = Logger.getLogger(Execution.class);

  /** A proxy gave up on Instantly, which may still be at it (504, and 520 upwards: Cloudflare). */
  private static final int GATEWAY_TIMEOUT = 504;

  private static final int EDGE = 520;

  private final Looks looks;

  Execution(Looks looks) {
    this.looks = looks;
  }

  /**
   * What became of sending.
   *
   * @param written what it was answered; empty where that is not known
   * @param ending empty where Instantly said yes: then it has to be read back
   */
  public record Sent(Optional<ObjectNode> written, Optional<Ending> ending) {}

  /** Sends once, and finds out what became of it where Instantly did not say yes. */
  public Sent send(Stay stay, Attempt attempt, Sites.Writing writing) {
    if (writing.until().passed()) {
      return ended(new Ending.Failed(tooLate(), Optional.empty()));
    }
    try {
      ObjectNode written =
          attempt.kind().apply(writing.instantly(), attempt.intent(), attempt.change());
      return new Sent(Optional.of(written), Optional.empty());
    } catch (TakenBackException useless) {
      return ended(new Ending.Failed(useless.problem(), Optional.empty()));
    } catch (HalfwayException halfway) {
      return ended(halfway(stay, attempt, halfway.failure()));
    } catch (InstantlyException failed) {
      return failed.mayHaveHappened()
          ? doubtful(stay, attempt, failed, writing)
          : ended(refused(stay, attempt, failed));
    } catch (ProblemException unsent) {
      return ended(new Ending.Unsent(unsent.problem()));
    } catch (RuntimeException unforeseen) {
      LOG.errorf(unforeseen, "Change set %s: the write failed unforeseen", attempt.id());
      return ended(unanswered(looks.patient(stay, attempt, Optional.empty())));
    }
  }

  private static Sent ended(Ending ending) {
    return new Sent(Optional.empty(), Optional.of(ending));
  }

  /** What is left of a write that was seen halfway; ends as {@link #run} does. */
  public Ending goOn(Stay stay, Attempt attempt, Sites.Writing writing) {
    return concluded(stay, attempt, rest(stay, attempt, writing));
  }

  private Sent rest(Stay stay, Attempt attempt, Sites.Writing writing) {
    if (writing.until().passed()) {
      return ended(new Ending.Unknown());
    }
    try {
      writing.instantly().proveIdentity();
      ObjectNode written =
          attempt.kind().goOn(writing.instantly(), attempt.intent(), attempt.change());
      return new Sent(Optional.of(written), Optional.empty());
    } catch (ProblemException failed) {
      return ended(halfway(stay, attempt, failed));
    }
  }

  /**
   * The first part is done. Silence about the rest says nothing; anything else is said to be so.
   */
  private Ending halfway(Stay stay, Attempt attempt, ProblemException failed) {
    Optional<InstantlyException> doubtful =
        failed instanceof InstantlyException call && call.mayHaveHappened()
            ? Optional.of(call)
            : Optional.empty();
    boolean silent = doubtful.filter(call -> !isOver(call.failure())).isPresent();
    Optional<Sight> sight =
        doubtful.isPresent()
            ? looks.patient(stay, attempt, Optional.empty())
            : looks.once(stay, attempt, Optional.empty());
    return silent || sight.isEmpty() || sight.get() instanceof Sight.AsWanted
        ? unanswered(sight)
        : failed(attempt.kind().explain(failed.problem(), sight.get()), sight.get());
  }

  /** Ends in any case; up to five seconds after the write where its effect does not show. */
  public Ending run(Stay stay, Attempt attempt, Sites.Writing writing) {
    return concluded(stay, attempt, send(stay, attempt, writing));
  }

  private Ending concluded(Stay stay, Attempt attempt, Sent sent) {
    return sent.ending()
        .orElseGet(() ->
            concluded(stay, attempt, sent.written(), looks.patient(stay, attempt, sent.written())));
  }

  /**
   * After a yes of Instantly's.
   *
   * @param sight the last look, empty where that gave no answer
   */
  public Ending concluded(
      Stay stay, Attempt attempt, Optional<ObjectNode> written, Optional<Sight> sight) {
    if (sight.isEmpty()) {
      return new Ending.Unknown();
    }
    return switch (sight.get()) {
      case Sight.AsWanted wanted -> new Ending.Applied(wanted.now());
      case Sight.Halfway halfway ->
          failed(attempt.kind().explain(Refusals.notEffective(), halfway), halfway);
      case Sight other ->
          failed(looks.tidy(stay, attempt, written, other).orElseGet(() -> notSo(other)), other);
    };
  }

  private static Problem notSo(Sight found) {
    return found instanceof Sight.Different other && other.now().isPresent()
        ? Refusals.notAsWanted()
        : Refusals.notEffective();
  }

  /**
   * An error of Instantly's own settles it once nothing is to be seen; silence does not. What is
   * seen halfway is gone on with.
   */
  private Sent doubtful(
      Stay stay, Attempt attempt, InstantlyException failed, Sites.Writing writing) {
    Optional<Sight> sight = looks.halfway(stay, attempt);
    if (sight.filter(Sight.Halfway.class::isInstance).isPresent()) {
      return rest(stay, attempt, writing);
    }
    return ended(
        isOver(failed.failure()) && sight.filter(Sight.AsBefore.class::isInstance).isPresent()
            ? failed(failed.problem(), sight.get())
            : unanswered(sight));
  }

  private static boolean isOver(InstantlyFailure failure) {
    return failure instanceof InstantlyFailure.ServerError error
        && error.status() != GATEWAY_TIMEOUT
        && error.status() < EDGE;
  }

  private static Ending unanswered(Optional<Sight> sight) {
    return sight.isPresent() && sight.get() instanceof Sight.AsWanted wanted
        ? new Ending.Applied(wanted.now())
        : new Ending.Unknown();
  }

  /** A no of Instantly's may mean that it is so already, or that the subject has gone. */
  private Ending refused(Stay stay, Attempt attempt, InstantlyException failed) {
    if (!isAboutTheSubject(failed.failure())) {
      return new Ending.Failed(failed.problem(), Optional.empty());
    }
    Optional<Sight> sight = looks.once(stay, attempt, Optional.empty());
    if (sight.isEmpty()) {
      return new Ending.Failed(failed.problem(), Optional.empty());
    }
    return switch (sight.get()) {
      case Sight.AsWanted wanted -> new Ending.AlreadySo(wanted.now());
      case Sight other -> {
        Problem problem = attempt.kind().explain(failed.problem(), other);
        boolean gone = failed.failure() instanceof InstantlyFailure.NotFound;
        yield gone && other.now().isEmpty() ? new Ending.Stale(problem) : failed(problem, other);
      }
    };
  }

  private static boolean isAboutTheSubject(InstantlyFailure failure) {
    return failure instanceof InstantlyFailure.NotFound
        || failure instanceof InstantlyFailure.Conflict
        || failure instanceof InstantlyFailure.Refused;
  }

  private static Ending failed(Problem problem, Sight sight) {
    return new Ending.Failed(problem, Optional.of(new Ending.Seen(sight.now())));
  }

  private static Problem tooLate() {
    return Problem.of(
        ProblemCode.DATABASE_UNAVAILABLE,
        "Steward took too long to write down what it was about to do, so nothing was sent.");
  }
}
