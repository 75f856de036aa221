package agency.steward.registration;

import static agency.steward.registration.Api.WORKSPACES;
import static agency.steward.registration.Api.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import agency.steward.credential.Custody;
import agency.steward.testing.LogCapture;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.WorkspaceId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class RegisterTest {
  @Inject Custody custody;
  @Inject Traces traces;

  private final Instant begun = Instant.now();
  private long keysBefore;
  private long keysAdded;

  @BeforeEach
  void lookAtCustody() {
    keysBefore = traces.keysInCustody();
    keysAdded = 0;
  }

  /** Whatever happened: a key for each workspace that was registered, and no errand left. */
  @AfterEach
  void nothingIsLeftBehind() {
    assertThat(traces.keysInCustody()).isEqualTo(keysBefore + keysAdded);
    assertThat(traces.errandsSince(begun)).isZero();
  }

  private static String ownKey(String key) {
    return "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"" + key + "\"}}";
  }

  private static ValidatableResponse register(String body) {
    return Api.automation().body(body).post(WORKSPACES).then();
  }

  private static void notRegistered(SandboxWorkspace workspace) {
    Api.admin()
        .get(WORKSPACES + "?instantly_workspace_id=" + workspace.id())
        .then()
        .body("total_size", equalTo(0));
  }

  @Test
  void aWorkspaceIsRegisteredWithItsOwnKey() {
    SandboxWorkspace acme = SandboxControl.workspace("{\"name\":\"Acme Inc.\"}");

    ValidatableResponse answer =
        register(
            "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"%s\"},\"name\":\"Acme\",\"external_id\":\"crm-%s\",\"labels\":{\"tier\":\"gold\"}}"
                .formatted(acme.apiKey(), acme.id()));
    keysAdded = 1;

    String id = answer.extract().path("id");
    answer
        .statusCode(201)
        .header("Location", endsWith(WORKSPACES + "/" + id))
        .header("ETag", "\"0\"")
        .body("name", equalTo("Acme"))
        .body("instantly_name", equalTo("Acme Inc."))
        .body("instantly_workspace_id", equalTo(acme.id()))
        .body("external_id", equalTo("crm-" + acme.id()))
        .body("state", equalTo("active"))
        .body("labels", equalTo(Map.of("tier", "gold")))
        .body("conditions.type", equalTo(List.of("CREDENTIAL", "SCOPES", "PLAN")))
        .body("conditions.ok", equalTo(List.of(true, true, true)))
        .body("credential.mode", equalTo("own_key"))
        .body("credential.version", equalTo(1))
        .body("credential.fingerprint", matchesPattern("sha256:[0-9a-f]{12}"));
    assertThat(answer.extract().asString()).doesNotContain(acme.apiKey());
    assertThat(custody.read(new WorkspaceId(UUID.fromString(id)), 1).reveal())
        .isEqualTo(acme.apiKey());
    assertThat(Api.auditor().get(WORKSPACES + "/" + id).asString())
        .isEqualTo(answer.extract().asString());
    assertThat(traces.actions(id)).containsExactly("workspace.register");
    assertThat(traces.entries(id).getFirst())
        .contains(
            "sub:bot", "agency-automation", acme.id(), answer.extract().header("X-Request-Id"));
    assertThat(traces.entriesWith(acme.apiKey())).isZero();
  }

  @Test
  void withoutANameItIsCalledAsOnInstantly() {
    SandboxWorkspace globex = SandboxControl.workspace("{\"name\":\"Globex\"}");

    register(ownKey(globex.apiKey())).statusCode(201).body("name", equalTo("Globex"));
    keysAdded = 1;
  }

  @Test
  void aKeyThatInstantlyRefusesLeavesNothingBehind() {
    problem(register(ownKey("not-a-key-" + UUID.randomUUID())), 422, "CREDENTIAL_REJECTED")
        .body("errors[0].pointer", equalTo("/credential/api_key"))
        .body("detail", not(containsString("not-a-key")));
  }

  @Test
  void aKeyWithoutTheScopeToReadItsWorkspaceIsRefusedAndToldWhichItNeeds() {
    SandboxWorkspace acme = SandboxControl.workspace();
    Vendor.Key key = Vendor.key(acme, "campaigns:read");

    problem(register(ownKey(key.value())), 422, "CREDENTIAL_SCOPE_MISSING")
        .body("required", hasItem("workspaces:read"));
    notRegistered(acme);
  }

  @Test
  void aKeyThatMayNotReadMembersIsTakenAndTheScopeNamed() {
    SandboxWorkspace acme = SandboxControl.workspace();
    Vendor.Key key = Vendor.key(acme, "workspaces:read");

    register(ownKey(key.value()))
        .statusCode(201)
        .body("state", equalTo("active"))
        .body("conditions[1].code", equalTo("CREDENTIAL_SCOPE_MISSING"))
        .body("conditions[1].missing", equalTo(List.of("workspace_members:read")));
    keysAdded = 1;
  }

  @Test
  void aWorkspaceWithoutAPaidPlanIsRefused() {
    SandboxWorkspace acme = SandboxControl.workspace("{\"plan_active\":false}");

    problem(register(ownKey(acme.apiKey())), 409, "WORKSPACE_PLAN_INACTIVE");
    notRegistered(acme);
  }

  @Test
  void whenInstantlyFailsNothingIsStored() {
    SandboxWorkspace acme = SandboxControl.workspace();
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"fail\":{\"status\":500,\"rate\":1}}".formatted(acme.id()));

    problem(register(ownKey(acme.apiKey())), 502, "UPSTREAM_ERROR");
    notRegistered(acme);
  }

  @Test
  void theSameWorkspaceIsNotRegisteredAgainEvenWithAnotherKey() {
    SandboxWorkspace acme = SandboxControl.workspace();
    String id = register(ownKey(acme.apiKey())).statusCode(201).extract().path("id");
    keysAdded = 1;

    problem(
            register(ownKey(Vendor.key(acme, "all:all").value())),
            409,
            "WORKSPACE_ALREADY_REGISTERED")
        .body("workspace_id", equalTo(id));
  }

  @Test
  void ofManyThatRegisterTheSameAtOnceOneWins() {
    SandboxWorkspace acme = SandboxControl.workspace();
    Callable<Response> attempt = () -> Api.admin().body(ownKey(acme.apiKey())).post(WORKSPACES);

    List<Response> outcomes;
    String log;
    try (var logs = LogCapture.everything();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> running =
          IntStream.range(0, 8).mapToObj(i -> threads.submit(attempt)).toList();
      outcomes = running.stream().map(RegisterTest::result).toList();
      log = logs.text();
    }

    keysAdded = 1;
    assertThat(
            outcomes.stream()
                .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting())))
        .isEqualTo(Map.of(201, 1L, 409, 7L));
    assertThat(
            outcomes.stream()
                .map(answer ->
                    String.valueOf(
                        answer.<String>path(answer.statusCode() == 201 ? "id" : "workspace_id")))
                .distinct())
        .as("those that come too late are told which workspace it is")
        .hasSize(1);
    assertThat(log.lines().filter(line -> line.matches("(WARN|ERROR) \\[org\\.hibernate.*")))
        .as("losing a race is nothing for the operators")
        .isEmpty();
  }

  private static Response result(Future<Response> running) {
    try {
      return running.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anExternalIdThatIsTakenLeavesNoKeyBehind() {
    SandboxWorkspace one = SandboxControl.workspace();
    SandboxWorkspace other = SandboxControl.workspace();
    String body =
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"%s\"},\"external_id\":\"%s\"}";
    register(body.formatted(one.apiKey(), one.id())).statusCode(201);
    keysAdded = 1;

    problem(register(body.formatted(other.apiKey(), one.id())), 409, "ALREADY_EXISTS");
    notRegistered(other);
  }

  @Test
  void accident16_theSameIdempotencyKeyTwiceRegistersOnce() {
    SandboxWorkspace acme = SandboxControl.workspace();
    String key = UUID.randomUUID().toString();

    Response first = keyed(key, acme);
    Response again = keyed(key, acme);
    keysAdded = 1;

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(SandboxControl.journal(acme.id())).filteredOn(RegisterTest::asksWhoItIs).hasSize(1);
  }

  @Test
  void accident16_aCrashBetweenTheCommitAndTheStoredAnswerIsSettledByReading() {
    SandboxWorkspace acme = SandboxControl.workspace();
    String key = UUID.randomUUID().toString();
    Response first = keyed(key, acme);
    keysAdded = 1;

    traces.loseTheAnswerOf(first.path("id"));
    Response again = keyed(key, acme);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(SandboxControl.journal(acme.id())).filteredOn(RegisterTest::asksWhoItIs).hasSize(1);
  }

  @Test
  void whatWasForgottenSinceIsSaidToWhoeverAsksAgainAfterACrash() {
    SandboxWorkspace acme = SandboxControl.workspace();
    String key = UUID.randomUUID().toString();
    String id = keyed(key, acme).path("id");
    traces.loseTheAnswerOf(id);
    Api.admin().delete(WORKSPACES + "/" + id + "?leave_key=true").then().statusCode(204);

    problem(keyed(key, acme).then(), 404, "WORKSPACE_NOT_FOUND");
  }

  private static Response keyed(String key, SandboxWorkspace workspace) {
    return Api.admin()
        .header("Idempotency-Key", key)
        .body(ownKey(workspace.apiKey()))
        .post(WORKSPACES);
  }

  private static boolean asksWhoItIs(SandboxCall call) {
    return call.path().endsWith("/workspaces/current");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|400|MALFORMED_REQUEST|",
        "null|400|MALFORMED_REQUEST|",
        "[]|400|MALFORMED_REQUEST|",
        "{\"credential\":|400|MALFORMED_REQUEST|",
        "{}|422|VALIDATION_FAILED|/credential",
        "{\"credential\":\"key\"}|400|MALFORMED_REQUEST|/credential",
        "{\"credential\":{}}|422|VALIDATION_FAILED|/credential/mode",
        "{\"credential\":{\"mode\":\"shared\"}}|422|VALIDATION_FAILED|/credential/mode",
        "{\"credential\":{\"mode\":1}}|400|MALFORMED_REQUEST|/credential/mode",
        "{\"credential\":{\"mode\":\"own_key\"}}|422|VALIDATION_FAILED|/credential/api_key",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"\"}}|422|VALIDATION_FAILED|/credential/api_key",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"a\\nb\"}}|422|VALIDATION_FAILED|/credential/api_key",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"a\\u0000b\"}}|422|VALIDATION_FAILED|/credential/api_key",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":7}}|400|MALFORMED_REQUEST|/credential/api_key",
        "{\"credential\":{\"mode\":\"own_key\",\"apikey\":\"x\"}}|400|UNKNOWN_FIELD|/credential/apikey",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"x\",\"admin_workspace_id\":\"y\"}}|422|VALIDATION_FAILED|/credential",
        "{\"credential\":{\"mode\":\"delegated\",\"api_key\":\"x\"}}|422|VALIDATION_FAILED|/credential",
        "{\"credential\":{\"mode\":\"delegated\",\"admin_workspace_id\":\"y\"}}|422|VALIDATION_FAILED|/credential/instantly_workspace_id",
        "{\"credential\":{\"mode\":\"delegated\",\"admin_workspace_id\":\"y\",\"instantly_workspace_id\":\"a b\"}}|422|VALIDATION_FAILED|/credential/instantly_workspace_id",
        "{\"credential\":{\"mode\":\"delegated\",\"admin_workspace_id\":\"y\",\"instantly_workspace_id\":\"z\"}}|404|WORKSPACE_NOT_FOUND|",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"x\"},\"labels\":{\"a b\":\"c\"}}|422|VALIDATION_FAILED|/labels/a b",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"x\"},\"labels\":{\"a\":null}}|422|VALIDATION_FAILED|/labels/a",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"x\"},\"name\":\"\"}|422|VALIDATION_FAILED|/name",
        "{\"credential\":{\"mode\":\"own_key\",\"api_key\":\"x\"},\"id\":\"1\"}|400|UNKNOWN_FIELD|/id",
      })
  void aBodyThatMakesNoSenseIsRefusedBeforeAnybodyIsAsked(
      String body, int status, String code, String pointer) {
    var answer = problem(register(body == null ? "" : body), status, code);
    if (pointer != null) {
      answer.body("errors[0].pointer", equalTo(pointer));
    }
  }

  @Test
  void aKeyOfAMegabyteIsRefusedAndNotRepeated() {
    problem(register(ownKey("k".repeat(1_000_000))), 422, "VALIDATION_FAILED")
        .body("errors[0].pointer", equalTo("/credential/api_key"))
        .body(not(containsString("kkkk")));
    problem(register(ownKey("k".repeat(2_000_000))), 413, "BODY_TOO_LARGE");
  }
}
