package agency.steward.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.idempotency.kept.Claim;
import agency.steward.idempotency.kept.Known;
import agency.steward.idempotency.kept.RecordStore;
import agency.steward.idempotency.kept.UpkeepStore;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a record is where somebody was taken for dead. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class ClaimsTest {
  private static final String REPLAYED = "Idempotency-Replayed";

  @Inject Scripts scripts;
  @Inject KeyedRequests requests;
  @Inject RecordStore store;
  @Inject UpkeepStore upkeepStore;
  @Inject IdempotencyConfig config;
  @Inject Upkeep upkeep;
  @Inject Clock clock;

  private final Attempt attempt = Attempt.fresh();
  private final UUID intent = UUID.randomUUID();

  private static Response answer(int status, String text) {
    return Response.status(status).entity(Map.of("thing", text)).build();
  }

  private Known known() {
    return store.find(attempt.id(requests)).orElseThrow();
  }

  private void crashed() {
    scripts.on(attempt.name(), () -> answer(201, "lost"));
    attempt.send().statusCode(201);
    Records.crash(attempt.id(requests));
  }

  @Test
  void ofTwoHeirsOnlyTheFirstTakesOver() {
    crashed();
    Known seen = known();
    Instant until = clock.instant().plus(config.lease());

    assertThat(store.takeOver(seen, UUID.randomUUID(), until)).isTrue();
    assertThat(store.takeOver(seen, UUID.randomUUID(), until)).isFalse();
  }

  /** It slept, and somebody has found out meanwhile what became of what it had begun. */
  @ParameterizedTest
  @ValueSource(ints = {201, 503})
  void whoWakesUpAfterTheAnswerIsSettledChangesNothing(int late) throws Exception {
    var asleep = new CountDownLatch(1);
    scripts.on(
        attempt.name(),
        () -> {
          scripts.bind(intent);
          await().atMost(Duration.ofMinutes(1)).until(() -> asleep.getCount() == 0);
          return answer(late, "from the sleeper");
        });
    var sleeper = CompletableFuture.supplyAsync(() -> attempt.send().extract().statusCode());
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> store.find(attempt.id(requests)).flatMap(Known::intent).isPresent());
    Records.silent(attempt.id(requests));
    scripts.outcome(intent, StoredAnswer.of(answer(201, "read back")));
    attempt.send().statusCode(201).body("thing", equalTo("read back"));

    asleep.countDown();
    assertThat(sleeper.get()).isEqualTo(late);

    attempt.send().header(REPLAYED, "true").body("thing", equalTo("read back"));
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void whatTheDatabaseCouldNotConfirmIsSettledAndNotRunAnew() {
    scripts.on(
        attempt.name(),
        () -> {
          scripts.bind(intent);
          throw Problem.of(ProblemCode.DATABASE_UNAVAILABLE, "It went away.").thrown();
        });
    attempt.send().statusCode(503);
    scripts.outcome(intent, StoredAnswer.of(answer(201, "done after all")));

    attempt
        .send()
        .statusCode(201)
        .header(REPLAYED, "true")
        .body("thing", equalTo("done after all"));

    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void whoHasLostAClaimDoesNotRenewWhatIsSomebodyElses() {
    crashed();
    Instant before = Records.claimedUntil(attempt.id(requests));
    Instant began = clock.instant();
    var now = new AtomicReference<>(began);
    var claims = new RunningClaims(upkeepStore, config, now::get);
    claims.begin(new Claim(attempt.id(requests), UUID.randomUUID()));

    now.set(began.plus(config.lease()));
    claims.renew();

    assertThat(Records.claimedUntil(attempt.id(requests))).isEqualTo(before);
  }

  @Test
  void whatIsNotOverIsNotSweptAway() {
    scripts.on(attempt.name(), () -> answer(201, "kept"));
    attempt.send().statusCode(201);

    upkeep.sweep();

    attempt.send().statusCode(201).header(REPLAYED, "true");
  }
}
