package agency.steward.instantly;

import static agency.steward.instantly.Upstream.breakOff;
import static agency.steward.instantly.Upstream.endless;
import static agency.steward.instantly.Upstream.hangUp;
import static agency.steward.instantly.Upstream.json;
import static agency.steward.instantly.Upstream.limited;
import static agency.steward.instantly.Upstream.nothing;
import static agency.steward.instantly.Upstream.says;
import static agency.steward.instantly.Upstream.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.steward.instantly.Upstream.Reaction;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract 1, "What Instantly answers becomes". */
class FoldingTest {
  private static final String MEMBER = "/workspace-members/m1";
  private static final String GET_MEMBER = "GET " + MEMBER;
  private static final String PATCH_MEMBER = "PATCH " + MEMBER;
  private static final String GET_CURRENT = "GET /workspaces/current";
  private static final Reaction CURRENT = json("{\"id\":\"iw-1\",\"name\":\"Acme\"}");
  private static final Reaction DEAD = says(401, "Unauthorized", "Invalid API key");
  private static final Reaction UNPAID = says(402, "Payment Required", "No active paid plan");
  private static final ObjectNode BODY = JsonNodeFactory.instance.objectNode().put("role", "view");

  private static Vertx vertx;
  private Upstream upstream;
  private Client client;
  private Workspace workspace;

  @BeforeAll
  static void startVertx() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stopVertx() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void start() {
    upstream = new Upstream(vertx).on(GET_CURRENT, CURRENT);
    client = new Client(vertx, upstream.port());
    workspace = client.own("iw-1", Client.KEY);
  }

  @AfterEach
  void stop() {
    client.close();
    upstream.close();
  }

  private InstantlyException reading(Reaction... reactions) {
    upstream.on(GET_MEMBER, reactions);
    return catchThrowableOfType(InstantlyException.class, () -> client.in(workspace).get(MEMBER));
  }

  private InstantlyException writing(Reaction... reactions) {
    upstream.on(PATCH_MEMBER, reactions);
    return catchThrowableOfType(
        InstantlyException.class, () -> client.in(workspace).patch(MEMBER, BODY));
  }

  static Stream<Arguments> table() {
    return Stream.of(
        Arguments.of(says(404, "Not Found", "x"), ProblemCode.NOT_FOUND_IN_WORKSPACE, 404, false),
        Arguments.of(says(409, "Conflict", "x"), ProblemCode.ALREADY_EXISTS, 409, false),
        Arguments.of(says(400, "Bad Request", "x"), ProblemCode.REFUSED_BY_INSTANTLY, 400, false),
        Arguments.of(says(422, "Unprocessable", "x"), ProblemCode.REFUSED_BY_INSTANTLY, 422, false),
        Arguments.of(says(403, "Forbidden", "x"), ProblemCode.REFUSED_BY_INSTANTLY, 403, false),
        Arguments.of(text(403, "error code: 1010"), ProblemCode.UPSTREAM_INVALID, 403, false),
        Arguments.of(text(404, "<html>"), ProblemCode.UPSTREAM_INVALID, 404, false),
        Arguments.of(text(301, ""), ProblemCode.UPSTREAM_INVALID, 301, true),
        Arguments.of(json("{\"id\":"), ProblemCode.UPSTREAM_INVALID, 200, true),
        Arguments.of(json("{} {}"), ProblemCode.UPSTREAM_INVALID, 200, true),
        Arguments.of(json("[]"), ProblemCode.UPSTREAM_INVALID, 200, true),
        Arguments.of(json("<html>"), ProblemCode.UPSTREAM_INVALID, 200, true),
        Arguments.of(json(""), ProblemCode.UPSTREAM_INVALID, 200, true),
        Arguments.of(breakOff("{\"id\""), ProblemCode.UPSTREAM_INVALID, 200, true),
        Arguments.of(endless(129), ProblemCode.UPSTREAM_INVALID, 200, true),
        Arguments.of(text(500, "oops"), ProblemCode.UPSTREAM_ERROR, 500, true),
        Arguments.of(says(503, "x", "x"), ProblemCode.UPSTREAM_ERROR, 503, true),
        Arguments.of(hangUp(), ProblemCode.UPSTREAM_UNREACHABLE, 0, true),
        Arguments.of(limited("60"), ProblemCode.UPSTREAM_RATE_LIMITED, 429, false));
  }

  @ParameterizedTest
  @MethodSource("table")
  void whatInstantlyAnswersBecomes(
      Reaction answer, ProblemCode code, int status, boolean writeMayHaveHappened) {
    InstantlyException read = reading(answer);
    client.close();
    client = new Client(vertx, upstream.port());
    workspace = client.own("iw-1", Client.KEY);
    InstantlyException write = writing(answer);

    for (InstantlyException failure : List.of(read, write)) {
      Problem problem = failure.problem();
      assertThat(problem.code()).isEqualTo(code);
      assertThat(problem.members()).containsEntry("workspace_id", workspaceId(failure, read));
      assertThat(problem.members().get("upstream"))
          .isEqualTo(status == 0 ? null : Map.of("status", status));
    }
    assertThat(read.mayHaveHappened()).isFalse();
    assertThat(write.mayHaveHappened()).isEqualTo(writeMayHaveHappened);
    assertThat(client.observed).isEmpty();
    assertThat(upstream.calls()).filteredOn(PATCH_MEMBER::equals).hasSize(1);
  }

  private String workspaceId(InstantlyException failure, InstantlyException read) {
    return failure == read
        ? (String) read.problem().members().get("workspace_id")
        : workspace.id().toString();
  }

  @Test
  void aKeyIsDeadOnlyWhenASecondLookSaysSoToo() {
    upstream.on(GET_CURRENT, DEAD);

    InstantlyException failure = reading(DEAD);

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.KeyInvalid());
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.WORKSPACE_CREDENTIAL_INVALID);
    assertThat(client.observed).containsExactly("iw-1 CREDENTIAL WORKSPACE_CREDENTIAL_INVALID []");
  }

  @Test
  void aKeyThatWorksElsewhereStaysAlive() {
    InstantlyException failure = reading(DEAD);

    assertThat(failure.problem().code()).isEqualTo(ProblemCode.UPSTREAM_INVALID);
    assertThat(client.observed).isEmpty();
  }

  @Test
  void aSecondLookThatFailsDecidesNothing() {
    upstream.on(GET_CURRENT, text(500, "oops"));

    assertThat(reading(DEAD).problem().code()).isEqualTo(ProblemCode.UPSTREAM_ERROR);
    assertThat(client.observed).isEmpty();
  }

  @Test
  void aKeyThatAnotherReplicaExchangedIsReadAgain() {
    client.in(workspace).get("/workspaces/current");
    client.keys.put(workspace.id(), Client.ADMIN_KEY);
    upstream.on(GET_MEMBER, DEAD, json("{\"id\":\"m1\"}"));

    assertThat(client.in(workspace).get(MEMBER).path("id").asText()).isEqualTo("m1");

    assertThat(upstream.seen().getLast().headers())
        .containsEntry("Authorization", "Bearer " + Client.ADMIN_KEY);
    assertThat(client.observed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scopeRefusals")
  void aMissingScopeIsNoDeadKey(int status, String message, List<String> required) {
    InstantlyException failure = reading(says(status, "Unauthorized", message));

    assertThat(failure.failure()).isEqualTo(new InstantlyFailure.ScopeMissing(required));
    assertThat(failure.problem().code()).isEqualTo(ProblemCode.CREDENTIAL_SCOPE_MISSING);
    assertThat(failure.problem().members()).containsEntry("required", required);
    assertThat(upstream.calls()).containsExactly(GET_MEMBER);
    assertThat(client.observed)
        .isEqualTo(
            required.isEmpty()
                ? List.of()
                : List.of("iw-1 SCOPES CREDENTIAL_SCOPE_MISSING [" + required.getFirst() + "]"));
  }

  static Stream<Arguments> scopeRefusals() {
    return Stream.of(
        Arguments.of(
            401,
            "Invalid scope. Required: accounts:read. Found: campaigns:all, leads:all",
            List.of("accounts:read")),
        Arguments.of(
            403,
            "Invalid scope. Required: background-jobs:read, background-jobs:all",
            List.of("background-jobs:read", "background-jobs:all")),
        Arguments.of(401, "Invalid scope.", List.of()));
  }

  @Test
  void accident26_a402OnOneGatedFeatureDoesNotLockAPayingClientOut() {
    InstantlyException failure = reading(says(402, "Payment Required", "Needs Hypergrowth"));

    assertThat(failure.problem().code()).isEqualTo(ProblemCode.PLAN_FEATURE_REQUIRED);
    assertThat(failure.problem().detail()).contains("Needs Hypergrowth");
    assertThat(client.observed).isEmpty();
  }

  @Test
  void aLapsedPlanIsOneThatTheWorkspaceItselfConfirms() {
    upstream.on(GET_CURRENT, UNPAID);

    assertThat(reading(UNPAID).problem().code()).isEqualTo(ProblemCode.WORKSPACE_PLAN_INACTIVE);
    assertThat(client.observed).containsExactly("iw-1 PLAN WORKSPACE_PLAN_INACTIVE []");
  }

  @Test
  void aKeyWithoutWorkspacesReadIsNeitherDeadNorUnpaid() {
    upstream.on(GET_CURRENT, says(401, "Unauthorized", "Invalid scope. Required: workspaces:read"));

    assertThat(reading(UNPAID).problem().code()).isEqualTo(ProblemCode.PLAN_FEATURE_REQUIRED);
    assertThat(reading(DEAD).problem().code()).isEqualTo(ProblemCode.UPSTREAM_INVALID);
    assertThat(client.observed).isEmpty();
  }

  @Test
  void whatInstantlySaysIsShownWithoutTheKeyAndNotWhole() {
    String message = "bad key " + Client.KEY + " and\\u0000\\nabc " + "long ".repeat(200);

    String detail = reading(says(400, "Bad Request", message)).problem().detail();

    assertThat(detail).contains("bad key … and abc").doesNotContain(Client.KEY);
    assertThat(detail.length()).isLessThan(350);
  }

  @Test
  void aLimitWithinTheDeadlineIsWaitedFor() {
    upstream.on(GET_MEMBER, limited("0.05"), json("{\"id\":\"m1\"}"));

    assertThat(client.in(workspace).get(MEMBER).path("id").asText()).isEqualTo("m1");
  }

  @Test
  void aWriteRefusedByTheLimitIsSentAgainSinceNothingHasHappened() {
    upstream.on(PATCH_MEMBER, limited("0.05"), json("{\"id\":\"m1\"}"));

    client.in(workspace).patch(MEMBER, BODY);

    assertThat(upstream.calls()).filteredOn(PATCH_MEMBER::equals).hasSize(2);
  }

  @Test
  void whoRefusesAtOnceAgainIsNotAskedAtOnceAgain() {
    upstream.on(GET_MEMBER, limited("0"));

    InstantlyException failure =
        catchThrowableOfType(
            InstantlyException.class,
            () -> client.in(workspace, Duration.ofMillis(900)).get(MEMBER));

    assertThat(failure.problem().code()).isEqualTo(ProblemCode.UPSTREAM_RATE_LIMITED);
    assertThat(failure.problem().retryAfter())
        .hasValueSatisfying(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(1)));
    assertThat(upstream.calls()).hasSize(2);
  }

  @Test
  void aLimitBeyondTheDeadlineIsSaidWithItsEndInBothForms() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(1));

    assertThat(reading(limited("60")).problem().retryAfter()).contains(Duration.ofSeconds(60));
    workspace = client.own("iw-2", Client.KEY);
    assertThat(reading(limited(date)).problem().retryAfter())
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(60)));
  }

  @Test
  void readsAreRetriedTwiceAndWritesNever() {
    reading(text(500, "oops"));
    writing(text(500, "oops"));

    assertThat(upstream.calls()).filteredOn(GET_MEMBER::equals).hasSize(3);
    assertThat(upstream.calls()).filteredOn(PATCH_MEMBER::equals).hasSize(1);
  }

  @Test
  void aReadThatWorksTheThirdTimeIsGood() {
    upstream.on(GET_MEMBER, breakOff("{"), hangUp(), json("{\"id\":\"m1\"}"));

    assertThat(client.in(workspace).get(MEMBER).path("id").asText()).isEqualTo("m1");
  }

  @Test
  void whatHangsIsAskedAgainIfItIsARead() {
    try (var hasty = new Client(vertx, upstream.port(), Duration.ofMillis(300))) {
      workspace = hasty.own("iw-1", Client.KEY);
      upstream.on(GET_MEMBER, nothing()).on(PATCH_MEMBER, nothing());

      for (boolean write : List.of(true, false)) {
        InstantlyException failure =
            catchThrowableOfType(
                InstantlyException.class,
                () -> {
                  InstantlyWorkspace bound = hasty.in(workspace);
                  var _ = write ? bound.patch(MEMBER, BODY) : bound.get(MEMBER);
                });
        assertThat(failure.problem().code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
        assertThat(failure.mayHaveHappened()).isEqualTo(write);
      }
    }
    assertThat(upstream.calls()).filteredOn(PATCH_MEMBER::equals).hasSize(1);
    assertThat(upstream.calls()).filteredOn(GET_MEMBER::equals).hasSize(3);
  }

  @Test
  void whereNobodyListensAWriteHasNotHappened() {
    upstream.close();

    InstantlyException failure =
        catchThrowableOfType(
            InstantlyException.class, () -> client.in(workspace).patch(MEMBER, BODY));

    assertThat(failure.problem().code()).isEqualTo(ProblemCode.UPSTREAM_UNREACHABLE);
    assertThat(failure.mayHaveHappened()).isFalse();
  }

  @Test
  void aDeadlineThatHasPassedSendsNothing() {
    InstantlyException failure =
        catchThrowableOfType(
            InstantlyException.class, () -> client.in(workspace, Duration.ZERO).get(MEMBER));

    assertThat(failure.problem().code()).isEqualTo(ProblemCode.UPSTREAM_TIMEOUT);
    assertThat(upstream.seen()).isEmpty();
  }

  @Test
  void accident22_deleteIsSentWithoutBodyAndWithoutContentType() {
    upstream.on("DELETE " + MEMBER, json("{\"id\":\"m1\"}"));

    client.in(workspace).delete(MEMBER);

    Upstream.Seen delete = upstream.seen().getLast();
    assertThat(delete.call()).isEqualTo("DELETE " + MEMBER);
    assertThat(delete.body()).isEmpty();
    assertThat(delete.headers())
        .doesNotContainKeys("Content-Type", "Transfer-Encoding")
        .containsEntry("User-Agent", "steward/test");
  }

  @Test
  void numbersAndUnknownFieldsComeThroughAsTheyAre() {
    String odd = "{\"id\":\"m1\",\"new\":{\"x\":[1.10,1E+2,12345678901234567890123]}}";
    upstream.on(GET_MEMBER, json(odd));

    assertThat(client.in(workspace).get(MEMBER)).hasToString(odd);
  }
}
