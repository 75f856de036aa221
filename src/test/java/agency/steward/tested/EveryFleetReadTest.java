package agency.steward.tested;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertAll;

import agency.steward.testing.Asking;
import agency.steward.testing.Client;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One piece of code with one socket: every read of the fleet behaves like every other. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class EveryFleetReadTest {
  /** One does not ask everybody, the other has a row for whoever does not answer. */
  private static final Set<String> WITH_TESTS_OF_THEIR_OWN =
      Set.of("/v1/group-members", "/v1/plans");

  private static final String SEED =
      """
      {"members":[{"email":"ann@x.example","role":"admin"}],"tags":["gold"],"campaigns":1,\
      "accounts":1,"audit_logs":1,\
      "webhooks":[{"target_hook_url":"https://crm.example/in"}]}\
      """;

  @Inject Registered registered;

  static Stream<Operation> reads() throws IOException {
    return Operation.all().stream()
        .filter(each -> each.parameters().contains("deadline"))
        .filter(each -> !WITH_TESTS_OF_THEIR_OWN.contains(each.path()));
  }

  /** All at once, since each waits for its deadline. */
  @Test
  void whoIsSlowBrokenAsleepOrNobodyIsNamedAndTheOthersAnswer() throws IOException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Executable> answers = reads().map(read -> answered(read, threads)).toList();
      assertThat(answers).isNotEmpty();
      assertAll(answers);
    }
  }

  private Executable answered(Operation read, ExecutorService threads) {
    Client well = Client.of(registered, SEED);
    Client slow = behaving("\"hang\":true");
    Client broken = behaving("\"fail\":{\"status\":500}");
    Client asleep = Client.of(registered, SEED);
    asleep.admin().body("{\"reason\":\"away\"}").post("/v1/workspaces/" + asleep.id() + "/suspend");
    Future<?> answer = threads.submit(() -> isTheOthers(read, well, slow, broken, asleep));
    return () -> assertThatCode(answer::get).as(read.path()).doesNotThrowAnyException();
  }

  private static void isTheOthers(
      Operation read, Client well, Client slow, Client broken, Client asleep) {
    String nobody = UUID.randomUUID().toString();

    JsonPath answer =
        ask(read, "json", well.id(), slow.id(), broken.id(), asleep.id(), nobody).jsonPath();

    assertThat(answer.getList("items.workspace_id")).isNotEmpty().containsOnly(well.id());
    assertThat(answer.getInt("coverage.total")).isEqualTo(5);
    assertThat(answer.getInt("coverage.ok")).isEqualTo(1);
    assertThat(answer.getInt("coverage.skipped")).isEqualTo(1);
    assertThat(code(answer, slow.id())).isEqualTo("UPSTREAM_TIMEOUT");
    assertThat(code(answer, broken.id())).isEqualTo("UPSTREAM_ERROR");
    assertThat(code(answer, nobody)).isEqualTo("WORKSPACE_NOT_FOUND");
    assertThat(answer.getString("coverage.skipped_workspaces[0].code"))
        .isEqualTo("WORKSPACE_SUSPENDED");
    assertThat(ask(read, "ndjson", well.id(), asleep.id()).asString().lines().toList().getLast())
        .startsWith("{\"coverage\":")
        .contains("WORKSPACE_SUSPENDED");
    assertThat(ask(read, "csv", well.id(), asleep.id()).asString())
        .startsWith("workspace_id,workspace_name,error,")
        .contains(asleep.id() + "," + asleep.workspace().name() + ",WORKSPACE_SUSPENDED,");
  }

  @ParameterizedTest
  @MethodSource("reads")
  void anAcceptThatNobodyCanReadIsNotAcceptableAndAnEmptyOneIsNone(Operation read) {
    String nobody = read.path() + "?workspace_id=" + UUID.randomUUID();

    problem(accepting("garbage").get(nobody), 406, "NOT_ACCEPTABLE");
    accepting("").get(nobody).then().statusCode(200).contentType("application/json");
  }

  private static RequestSpecification accepting(String types) {
    return Asking.as("ann", "agency-admin").header("Accept", types);
  }

  private Client behaving(String how) {
    Client client = Client.of(registered, SEED);
    SandboxControl.behaviour("{\"workspace_id\":\"%s\",%s}".formatted(client.sandbox().id(), how));
    return client;
  }

  private static io.restassured.response.Response ask(
      Operation read, String format, String... workspaces) {
    return Asking.as("reads-" + read.path(), "agency-admin")
        .get(
            "%s?deadline=PT4S&format=%s&workspace_id=%s"
                .formatted(read.path(), format, String.join("&workspace_id=", workspaces)))
        .then()
        .statusCode(200)
        .extract()
        .response();
  }

  private static String code(JsonPath answer, String workspace) {
    return answer.getString(
        "coverage.failures.find { it.workspace_id == '%s' }.code".formatted(workspace));
  }
}
