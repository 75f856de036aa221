package agency.steward.idempotency;

import agency.steward.idempotency.kept.Answer;
import agency.steward.idempotency.kept.Claim;
import agency.steward.idempotency.kept.RecordStore;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/** Runs a request that is ours, and records how it ended. */
@ApplicationScoped
class Execution {
  private static final Logger LOG = Logger.getLogger(Execution.class);
  private static final ScopedValue<Claim> CURRENT = ScopedValue.newInstance();

  private final RecordStore store;
  private final RunningClaims running;
  private final Answers answers;
  private final Clock clock;

  Execution(RecordStore store, RunningClaims running, Answers answers, Clock clock) {
    this.store = store;
    this.running = running;
    this.answers = answers;
    this.clock = clock;
  }

  /** The claim under which this thread runs, if any. */
  static Optional<Claim> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  Response run(Claim claim, Supplier<Response> work, UnaryOperator<JsonNode> redaction) {
    running.begin(claim);
    try {
      Response response = answers.written(ScopedValue.where(CURRENT, claim).call(work::get));
      record(claim, Fate.of(response), () -> answers.of(response, redaction));
      return response;
    } catch (ProblemException known) {
      record(claim, Fate.of(known.problem()), () -> answers.of(known.problem()));
      throw known;
    } catch (RuntimeException | Error unforeseen) {
      record(claim, Fate.LEAVE_TO_SETTLEMENT, Answer::none);
      throw unforeseen;
    } finally {
      running.end(claim);
    }
  }

  /** The request has run, whatever happens here; what is not recorded is settled later. */
  void record(Claim claim, Fate fate, Supplier<Answer> answer) {
    try {
      switch (fate) {
        case KEEP -> store.keep(claim, answer.get(), true);
        case KEEP_FOR_NOW -> store.keep(claim, answer.get(), false);
        case FORGET -> store.forget(claim);
        case LEAVE_TO_SETTLEMENT -> store.leave(claim, clock.instant());
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "An answer could not be kept (%s)", fate);
    }
  }
}
