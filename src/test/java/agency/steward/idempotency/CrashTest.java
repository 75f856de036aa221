package agency.steward.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.idempotency.kept.Claim;
import agency.steward.idempotency.kept.KeyedRequest;
import agency.steward.idempotency.kept.RecordStore;
import agency.steward.idempotency.kept.UpkeepStore;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Two at once, and processes that died in between. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class CrashTest {
  private static final String REPLAYED = "Idempotency-Replayed";

  @Inject Scripts scripts;
  @Inject KeyedRequests requests;
  @Inject RecordStore store;
  @Inject UpkeepStore upkeepStore;
  @Inject IdempotencyConfig config;
  @Inject Upkeep upkeep;
  @Inject Idempotency idempotency;
  @Inject Clock clock;

  private final Attempt attempt = Attempt.fresh();
  private final UUID intent = UUID.randomUUID();

  private static Response answer(String text) {
    return Response.status(201).entity(Map.of("thing", text)).build();
  }

  /** The request ran and bound its intent; the process died before it could keep the answer. */
  private void crashAfterTheIntent() {
    scripts.on(
        attempt.name(),
        () -> {
          scripts.bind(intent);
          return answer("from before the crash");
        });
    attempt.send().statusCode(201);
    Records.crash(attempt.id(requests));
  }

  @Test
  void ofTwoAtOnceOneRunsAndTheOtherIsToldSo() throws Exception {
    var go = new CountDownLatch(1);
    scripts.on(
        attempt.name(),
        () -> {
          awaitUninterrupted(go);
          return answer("once");
        });
    Future<Integer> first = inBackground(attempt);
    attempt
        .send()
        .statusCode(409)
        .body("code", equalTo("IDEMPOTENCY_IN_PROGRESS"))
        .body("retryable", equalTo(true))
        .header("Retry-After", "1");
    go.countDown();
    assertThat(first.get()).isEqualTo(201);
    attempt.send().statusCode(201).header(REPLAYED, "true");
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void manyAtOnceRunOnce() throws Exception {
    scripts.on(attempt.name(), () -> answer("once"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          java.util.stream.IntStream.range(0, 20)
              .mapToObj(i -> threads.submit(() -> attempt.send().extract().statusCode()))
              .toList();
      for (Future<Integer> each : all) {
        assertThat(each.get()).isIn(201, 409);
      }
    }
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void afterACrashTheOutcomeIsSettledThenStored() {
    crashAfterTheIntent();
    scripts.outcome(intent, StoredAnswer.of(answer("read back")));
    attempt.send().statusCode(201).header(REPLAYED, "true").body("thing", equalTo("read back"));
    scripts.outcome(intent, StoredAnswer.of(answer("never asked again")));
    attempt.send().header(REPLAYED, "true").body("thing", equalTo("read back"));
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void afterACrashWhatIsStillGoingOnIsInProgress() {
    crashAfterTheIntent();
    attempt.send().statusCode(409).body("code", equalTo("IDEMPOTENCY_IN_PROGRESS"));
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void afterACrashWhatIsKnownToHaveFailedForNowRunsAnew() {
    crashAfterTheIntent();
    scripts.outcome(
        intent, StoredAnswer.of(Problem.of(ProblemCode.WRITE_NOT_EFFECTIVE, "No effect.")));
    attempt.send().statusCode(201).header(REPLAYED, nullValue());
    assertThat(scripts.runs(attempt.name())).isEqualTo(2);
  }

  @Test
  void aBugAfterTheIntentIsSettledToo() {
    scripts.on(
        attempt.name(),
        () -> {
          scripts.bind(intent);
          throw new IllegalStateException("a bug");
        });
    attempt.send().statusCode(500);
    attempt.send().statusCode(409);
    scripts.outcome(intent, StoredAnswer.of(answer("done after all")));
    attempt.send().statusCode(201).body("thing", equalTo("done after all"));
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void aCrashBeforeTheIntentLeavesNothingSoItRunsAnew() {
    scripts.on(attempt.name(), () -> answer("lost"));
    attempt.send();
    Records.crash(attempt.id(requests));
    attempt.send().statusCode(201).header(REPLAYED, nullValue());
    assertThat(scripts.runs(attempt.name())).isEqualTo(2);
  }

  @Test
  void anUnknownOutcomeIsAnsweredUntilItIsKnown() {
    scripts.on(
        attempt.name(),
        () -> {
          scripts.bind(intent);
          throw Problem.of(ProblemCode.OUTCOME_UNKNOWN, "Not known yet.")
              .with("change_set_id", intent)
              .thrown();
        });
    attempt.send().statusCode(504).header(REPLAYED, nullValue());
    attempt
        .send()
        .statusCode(504)
        .header(REPLAYED, "true")
        .body("code", equalTo("OUTCOME_UNKNOWN"))
        .body("change_set_id", equalTo(intent.toString()));
    scripts.outcome(intent, StoredAnswer.of(answer("it happened")));
    attempt.send().statusCode(201).header(REPLAYED, "true").body("thing", equalTo("it happened"));
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  /** A process that slept through its lease wakes up: it must not set going what the heir did. */
  @Test
  void whoLostTheClaimCanNoLongerBind() throws Exception {
    var asleep = new CountDownLatch(1);
    scripts.on(
        attempt.name(),
        () -> {
          awaitUninterrupted(asleep);
          scripts.bind(UUID.randomUUID());
          return answer("from the sleeper");
        });
    Future<Integer> sleeper = inBackground(attempt);
    Records.silent(attempt.id(requests));
    scripts.on(
        attempt.name(),
        () -> {
          scripts.bind(intent);
          return answer("from the heir");
        });
    attempt.send().statusCode(201).body("thing", equalTo("from the heir"));

    asleep.countDown();
    assertThat(sleeper.get()).isEqualTo(409);
    attempt.send().header(REPLAYED, "true").body("thing", equalTo("from the heir"));
  }

  @Test
  void aLongRequestKeepsItsClaim() throws Exception {
    var go = new CountDownLatch(1);
    scripts.on(
        attempt.name(),
        () -> {
          awaitUninterrupted(go);
          return answer("at last");
        });
    Future<Integer> first = inBackground(attempt);
    Instant began = clock.instant();
    var now = new AtomicReference<>(began);
    var claims = new RunningClaims(upkeepStore, config, now::get);
    claims.begin(new Claim(attempt.id(requests), ticket()));

    now.set(began.plus(config.lease().multipliedBy(2)));
    claims.renew();
    assertThat(Records.claimedUntil(attempt.id(requests)))
        .isEqualTo(began.plus(config.lease().multipliedBy(3)));
    go.countDown();
    assertThat(first.get()).isEqualTo(201);
  }

  private UUID ticket() {
    return store.find(attempt.id(requests)).orElseThrow().claim().ticket();
  }

  @Test
  void afterADayTheKeyIsForgotten() {
    scripts.on(attempt.name(), () -> answer("new every day"));
    attempt.send();
    Records.expire(attempt.id(requests));
    attempt.send().statusCode(201).header(REPLAYED, nullValue());
    attempt.send().header(REPLAYED, "true");
    Records.expire(attempt.id(requests));
    upkeep.sweep();
    assertThat(Records.exists(attempt.id(requests))).isFalse();
  }

  @Test
  void aRecordIsKeptForMoreThanADay() {
    var id = new KeyedRequest(attempt.id(requests), attempt.id(requests));
    scripts.on(attempt.name(), () -> answer("kept"));
    attempt.send();
    Instant tomorrow = clock.instant().plus(Duration.ofHours(24));
    assertThat(store.claim(id, UUID.randomUUID(), tomorrow, tomorrow, tomorrow)).isFalse();
  }

  @Test
  void anIntentBelongsToATransaction() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> idempotency.bind(Scripts.KIND, intent))
        .isInstanceOf(TransactionalException.class);
  }

  private Future<Integer> inBackground(Attempt which) {
    int before = scripts.runs(which.name());
    var answer = new CompletableFuture<Integer>();
    Thread.startVirtualThread(() -> answer.complete(which.send().extract().statusCode()));
    await().atMost(Duration.ofMinutes(1)).until(() -> scripts.runs(which.name()) == before + 1);
    return answer;
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
