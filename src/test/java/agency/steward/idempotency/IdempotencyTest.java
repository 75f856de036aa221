package agency.steward.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
class IdempotencyTest {
  private static final String REPLAYED = "Idempotency-Replayed";

  @Inject Scripts scripts;
  @Inject KeyedRequests requests;

  private final Attempt attempt = Attempt.fresh();

  private static Response created() {
    return Response.created(URI.create("/v1/test-once/7"))
        .tag(new EntityTag("3"))
        .header("Steward-Change-Set", "0199")
        .entity(Map.of("thing", "seven"))
        .build();
  }

  private static ValidatableResponse first(ValidatableResponse answer) {
    return answer.header(REPLAYED, nullValue());
  }

  private static ValidatableResponse replayed(ValidatableResponse answer) {
    return answer.header(REPLAYED, "true");
  }

  @Test
  void accident16_theSameKeyTwiceRunsOnceAndAnswersTheSame() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    ValidatableResponse answer = first(attempt.send()).statusCode(201);
    replayed(attempt.send())
        .statusCode(201)
        .body(equalTo(answer.extract().asString()))
        .body("thing", equalTo("seven"))
        .contentType("application/json")
        .header("Location", answer.extract().header("Location"))
        .header("ETag", "\"3\"")
        .header("Steward-Change-Set", "0199");
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void withoutAKeyEveryRequestRuns() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    for (int i = 0; i < 2; i++) {
      given()
          .header("Authorization", Tokens.bearer("ann", "agency-admin"))
          .contentType("application/json")
          .body(attempt.body())
          .post(attempt.path())
          .then()
          .statusCode(201);
    }
    assertThat(scripts.runs(attempt.name())).isEqualTo(2);
  }

  @Test
  void anAnswerWithoutABodyIsKeptAsSuch() {
    scripts.on(attempt.name(), () -> Response.noContent().build());
    first(attempt.send()).statusCode(204);
    replayed(attempt.send()).statusCode(204);
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void anotherBodyOrQueryUnderTheSameKeyIsRefused() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    attempt.send().statusCode(201);
    for (Attempt other :
        List.of(attempt.number(2), attempt.to(attempt.path() + "?how=otherwise"))) {
      other
          .send()
          .statusCode(422)
          .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"))
          .body("errors[0].pointer", equalTo("Idempotency-Key"));
    }
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void theSameKeyOfAnotherPrincipalOrOnAnotherRouteIsAnotherRequest() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    first(attempt.send());
    first(attempt.as("bob").send()).statusCode(201);
    first(attempt.to("/v1/test-once/elsewhere").send()).statusCode(201);
    assertThat(scripts.runs(attempt.name())).isEqualTo(3);
  }

  @Test
  void thatRouteWithOneMoreSlashIsNoOther() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    first(attempt.send()).statusCode(201);
    replayed(attempt.to("/v1/test-once/").send()).statusCode(201);
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @Test
  void accessIsCheckedBeforeAnythingIsReplayed() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    attempt.send().statusCode(201);
    given()
        .header("Authorization", Tokens.bearer("ann", "agency-auditor"))
        .header("Idempotency-Key", attempt.key())
        .contentType("application/json")
        .body(attempt.body())
        .post(attempt.path())
        .then()
        .statusCode(403);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"VALIDATION_FAILED", "NOT_FOUND_IN_WORKSPACE", "LAST_ADMIN", "PRECONDITION_FAILED"})
  void aRefusalThatWouldBeTheSameAgainIsKept(ProblemCode code) {
    scripts.on(
        attempt.name(),
        () -> {
          throw Problem.of(code, "No.").at("/name", "Not this").thrown();
        });
    ValidatableResponse answer = first(attempt.send()).statusCode(code.status());
    replayed(attempt.send())
        .statusCode(code.status())
        .contentType("application/problem+json")
        .body(equalTo(answer.extract().asString()));
    assertThat(scripts.runs(attempt.name())).isOne();
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "UNAUTHENTICATED",
        "FORBIDDEN",
        "RATE_LIMITED",
        "INTERNAL_ERROR",
        "UPSTREAM_ERROR",
        "CUSTODY_UNAVAILABLE",
        "SUBJECT_BUSY"
      })
  void aRefusalThatMayPassIsNotKept(ProblemCode code) {
    scripts.on(
        attempt.name(),
        () -> {
          throw Problem.of(code, "Not now.").thrown();
        });
    first(attempt.send()).statusCode(code.status());
    scripts.on(attempt.name(), IdempotencyTest::created);
    first(attempt.send()).statusCode(201);
    replayed(attempt.send()).statusCode(201);
    assertThat(scripts.runs(attempt.name())).isEqualTo(2);
  }

  @Test
  void aBugIsNotKept() {
    scripts.on(
        attempt.name(),
        () -> {
          throw new IllegalStateException("a bug");
        });
    first(attempt.send()).statusCode(500);
    scripts.on(attempt.name(), IdempotencyTest::created);
    first(attempt.send()).statusCode(201);
  }

  @Test
  void whatIsShownOnceIsNeitherReplayedNorStored() {
    var minting = attempt.to("/v1/test-once/secret");
    scripts.on(
        attempt.name(), () -> Response.ok(Map.of("id", "k1", "key", "sk-very-secret")).build());
    first(minting.send()).body("key", equalTo("sk-very-secret"));
    replayed(minting.send())
        .body("key", nullValue())
        .body("key_shown", equalTo(true))
        .body("id", equalTo("k1"));
    assertThat(Records.text(minting.id(requests))).contains("k1").doesNotContain("sk-very-secret");
  }

  @Test
  void aRecordTellsNeitherTheKeyNorTheBodyOfItsRequest() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    attempt.send();
    assertThat(Records.text(attempt.id(requests)))
        .contains("seven")
        .doesNotContain(attempt.key(), attempt.name(), "ann");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "tab\tinside"})
  void whatCannotBeAKeyIsRefusedByName(String key) {
    refused(attempt.key(key));
  }

  @Test
  void aKeyMayHave255Characters() {
    scripts.on(attempt.name(), IdempotencyTest::created);
    String unique = attempt.key();
    first(attempt.key(unique + "x".repeat(255 - unique.length())).send()).statusCode(201);
    refused(Attempt.fresh().key("x".repeat(256)));
  }

  private void refused(Attempt bad) {
    bad.send()
        .statusCode(400)
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("errors[0].pointer", equalTo("Idempotency-Key"));
    assertThat(scripts.runs(bad.name())).isZero();
  }
}
