package agency.steward.idempotency;

import agency.steward.idempotency.kept.Answer;
import agency.steward.idempotency.kept.Intent;
import agency.steward.idempotency.kept.KeyedRequest;
import agency.steward.idempotency.kept.Known;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a request is told that was there before. */
@ApplicationScoped
class Repetition {
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Settlements settlements;
  private final Execution execution;
  private final Answers answers;
  private final Clock clock;

  Repetition(Settlements settlements, Execution execution, Answers answers, Clock clock) {
    this.settlements = settlements;
    this.execution = execution;
    this.answers = answers;
    this.clock = clock;
  }

  /**
   * The stored answer; empty where the first one left nothing behind, so that it may run anew.
   *
   * @throws ProblemException {@code IDEMPOTENCY_KEY_REUSED}, {@code IDEMPOTENCY_IN_PROGRESS}
   */
  Optional<Response> answer(KeyedRequest request, Known known, UnaryOperator<JsonNode> redaction) {
    if (!known.request().equals(request.digest())) {
      throw reused();
    }
    if (known.settled()) {
      return known.answer().map(Answer::replayed);
    }
    if (known.isRunning(clock.instant())) {
      throw inProgress();
    }
    return known.intent().isPresent()
        ? settled(known, known.intent().get(), redaction)
        : known.answer().map(Answer::replayed);
  }

  private Optional<Response> settled(
      Known known, Intent intent, UnaryOperator<JsonNode> redaction) {
    Optional<StoredAnswer> found = settlements.settle(intent);
    if (found.isEmpty()) {
      return Optional.of(known.answer().map(Answer::replayed).orElseThrow(Repetition::inProgress));
    }
    Settled settled = settled(found.get(), redaction);
    return switch (settled.fate()) {
      case KEEP, KEEP_FOR_NOW -> {
        execution.record(known.claim(), settled.fate(), settled::answer);
        yield Optional.of(settled.answer().replayed());
      }
      case FORGET, LEAVE_TO_SETTLEMENT -> Optional.empty();
    };
  }

  private record Settled(Fate fate, Answer answer) {}

  private Settled settled(StoredAnswer found, UnaryOperator<JsonNode> redaction) {
    return switch (found) {
      case StoredAnswer.Success(Response response) ->
          new Settled(Fate.of(response), answers.of(answers.written(response), redaction));
      case StoredAnswer.Failure(Problem problem) ->
          new Settled(Fate.of(problem), answers.of(problem));
    };
  }

  static ProblemException inProgress() {
    return Problem.of(
            ProblemCode.IDEMPOTENCY_IN_PROGRESS,
            "The first request with this Idempotency-Key has no answer yet. Send the same again"
                + " later.")
        .after(SOON)
        .thrown();
  }

  private static ProblemException reused() {
    return Problem.of(
            ProblemCode.IDEMPOTENCY_KEY_REUSED,
            "This Idempotency-Key was used here with another body, content type or query. Take a"
                + " new key for a new request.")
        .at(KeyedRequests.HEADER, "Used before")
        .thrown();
  }
}
