package agency.steward.idempotency;

import agency.steward.idempotency.kept.Claim;
import agency.steward.idempotency.kept.Intent;
import agency.steward.idempotency.kept.KeyedRequest;
import agency.steward.idempotency.kept.Known;
import agency.steward.idempotency.kept.RecordStore;
import agency.steward.ids.Ids;
import agency.steward.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Every POST runs at most once per principal, route and {@code Idempotency-Key} (contract 1). A
 * resource wraps what it does, once it knows that the caller may:
 *
 * <pre>
 *   access.require(Right.WORKSPACE_REGISTER);
 *   return idempotency.once(() -> created(registration.register(body)));
 * </pre>
 *
 * <p>and the transaction that writes down what is about to be done says so with {@link #bind}.
 */
@ApplicationScoped
public class Idempotency {
  static final UnaryOperator<JsonNode> NOTHING_SECRET = UnaryOperator.identity();

  private final KeyedRequests requests;
  private final RecordStore store;
  private final Execution execution;
  private final Repetition repetition;
  private final Settlements settlements;
  private final IdempotencyConfig config;
  private final Clock clock;

  Idempotency(
      KeyedRequests requests,
      RecordStore store,
      Execution execution,
      Repetition repetition,
      Settlements settlements,
      IdempotencyConfig config,
      Clock clock) {
    this.requests = requests;
    this.store = store;
    this.execution = execution;
    this.repetition = repetition;
    this.settlements = settlements;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Runs the work, or answers what it was answered before; without a key it just runs. The answer
   * is kept when it is 2xx or a 4xx that would be the same again. Outside of any transaction.
   *
   * @throws ProblemException {@code IDEMPOTENCY_KEY_REUSED} for another body, {@code
   *     IDEMPOTENCY_IN_PROGRESS} while the first one runs, {@code INVALID_PARAMETER} for a key that
   *     cannot be one
   */
  public Response once(Supplier<Response> work) {
    return once(work, NOTHING_SECRET);
  }

  /**
   * The same for an answer that shows something only once.
   *
   * @param redaction takes the secret out of the JSON body that is kept
   */
  public Response once(Supplier<Response> work, UnaryOperator<JsonNode> redaction) {
    Optional<KeyedRequest> keyed = requests.current();
    return keyed.isEmpty() ? work.get() : once(keyed.get(), work, redaction);
  }

  private Response once(
      KeyedRequest request, Supplier<Response> work, UnaryOperator<JsonNode> redaction) {
    var claim = new Claim(request.id(), Ids.next());
    if (claim(request, claim)) {
      return execution.run(claim, work, redaction);
    }
    // A record that has gone in the meantime was one that may be repeated, by whoever asks next.
    Known known = store.find(request.id()).orElseThrow(Repetition::inProgress);
    Optional<Response> answer = repetition.answer(request, known, redaction);
    if (answer.isPresent()) {
      return answer.get();
    }
    if (!store.takeOver(known, claim.ticket(), clock.instant().plus(config.lease()))) {
      throw Repetition.inProgress();
    }
    return execution.run(claim, work, redaction);
  }

  private boolean claim(KeyedRequest request, Claim claim) {
    Instant now = clock.instant();
    return store.claim(
        request, claim.ticket(), now, now.plus(config.lease()), now.plus(config.retention()));
  }

  /**
   * Ties the running request to the intent that it stores, in the same transaction: after a crash
   * the {@link Settlement} of this kind tells how it ended. Does nothing if no key was sent. Call
   * it on the thread of {@link #once}.
   *
   * @throws ProblemException {@code IDEMPOTENCY_IN_PROGRESS} if the request was given up for dead
   *     and somebody else took over; then the transaction has to be rolled back, and the intent
   *     with it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void bind(String kind, UUID id) {
    Optional<Claim> claim = Execution.current();
    if (claim.isPresent()
        && !store.bind(claim.get(), new Intent(settlements.of(kind).kind(), id))) {
      throw Repetition.inProgress();
    }
  }
}
