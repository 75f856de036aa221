package agency.steward.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What somebody sees who starts and ends the local Steward; {@code make test} packages it first.
 */
@EnabledIfSystemProperty(
    named = StewardProcess.APP,
    matches = ".+",
    disabledReason = "needs the local package")
class LocalProcessTest {
  @TempDir Path temp;

  @Test
  void afterKill9ItGoesOnWithTheSameFleetAndTheSameTokens() throws Exception {
    // Given a Steward that somebody works with
    Map<String, String> environment = StewardProcess.environment(temp.resolve("the data"));
    StewardProcess first = StewardProcess.start(environment).untilReady();
    String token = first.token();
    List<String> fleet = ids(first.get("/v1/workspaces?page_size=100", token));
    assertThat(fleet).hasSize(24);
    first.patch("/v1/workspaces/" + fleet.getFirst(), token, "{\"name\":\"Renamed\"}");

    // When it is killed and started again
    first.signal("KILL");
    first.ended();
    try (var second = StewardProcess.start(environment).untilReady()) {

      // Then
      JsonNode found = second.get("/v1/workspaces?page_size=100", token);
      assertThat(ids(found)).isEqualTo(fleet);
      assertThat(found.path("items").findValuesAsText("name")).contains("Renamed");
      JsonNode members = second.get("/v1/members?search=ann@agency.example", token);
      assertThat(members.path("coverage").path("ok").asInt()).isEqualTo(21);
      assertThat(members.path("items")).hasSize(21);
      assertThat(second.sandbox("/_sandbox/workspaces")).hasSize(24);
    }
  }

  @Test
  void aFirstStartThatIsKilledHalfWayIsFinishedByTheNextOne() throws Exception {
    Map<String, String> environment = StewardProcess.environment(temp.resolve("the data"));
    StewardProcess first = StewardProcess.start(environment).untilItSays("Making the simulated");
    first.signal("KILL");
    first.ended();

    try (var second = StewardProcess.start(environment).untilReady()) {
      JsonNode fleet = second.get("/v1/workspaces?page_size=100", second.token());
      assertThat(fleet.path("items").findValuesAsText("instantly_name"))
          .hasSize(24)
          .doesNotHaveDuplicates();
      assertThat(second.sandbox("/_sandbox/workspaces")).hasSize(24);
    }
  }

  @Test
  void controlCLeavesNothingRunning() throws Exception {
    Map<String, String> environment = StewardProcess.environment(temp.resolve("the data"));
    StewardProcess steward = StewardProcess.start(environment).untilReady();
    ProcessHandle postgres = postgres();

    steward.signal(steward.hearsControlC() ? "INT" : "TERM");

    assertThat(steward.ended()).isIn(130, 143);
    assertThat(postgres.info().arguments()).isEmpty();
    for (String port : List.of("QUARKUS_HTTP_PORT", "QUARKUS_MANAGEMENT_PORT", "SANDBOX_PORT")) {
      new ServerSocket(Integer.parseInt(environment.get(port))).close();
    }
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeItEnds() throws Exception {
    // Given a read that Instantly lets wait
    StewardProcess steward =
        StewardProcess.start(StewardProcess.environment(temp.resolve("the data"))).untilReady();
    String token = steward.token();
    JsonNode member = steward.get("/v1/members?search=ann@agency.example", token).at("/items/0");
    String members = "/v1/workspaces/" + member.path("workspace_id").asText() + "/members";
    steward.behave("{\"latency\":{\"median_ms\":2000}}");
    var read = CompletableFuture.supplyAsync(() -> steward.get(members, token));
    await().until(() -> steward.metrics().contains("steward_load_taken{what=\"request\"} 1.0"));

    // When
    steward.signal("TERM");

    // Then
    assertThat(read.join().path("items")).isNotEmpty();
    assertThat(steward.ended()).isEqualTo(143);
  }

  @Test
  void whoWaitsForQuotaLongerThanItHasIsToldSoBeforeItEnds() throws Exception {
    // Given
    var environment = new HashMap<>(StewardProcess.environment(temp.resolve("the data")));
    environment.put("QUARKUS_SHUTDOWN_TIMEOUT", "3S");
    StewardProcess steward = StewardProcess.start(environment).untilReady();
    String token = steward.token();
    JsonNode member = steward.get("/v1/members?search=ann@agency.example", token).at("/items/0");
    String members = "/v1/workspaces/" + member.path("workspace_id").asText() + "/members";
    steward.behave("{\"fail\":{\"status\":429,\"retry_after\":15}}");
    var read = CompletableFuture.supplyAsync(() -> steward.answer(members, token));
    await()
        .until(() -> steward.metrics().contains("steward_instantly_calls_waiting_for_quota 1.0"));

    // When
    steward.signal("TERM");

    // Then
    HttpResponse<String> answer = read.join();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.body()).contains("UPSTREAM_RATE_LIMITED");
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(steward.ended()).isEqualTo(143);
  }

  @Test
  void anotherInstantlyNeedsNoSandboxAndGetsNoFleet() throws Exception {
    var environment = new HashMap<>(StewardProcess.environment(temp.resolve("the data")));
    environment.put("STEWARD_INSTANTLY_BASE_URL", "http://127.0.0.1:1");
    try (var ignored = new ServerSocket(port(environment), 1, InetAddress.getLoopbackAddress());
        var steward = StewardProcess.start(environment).untilReady()) {
      assertThat(steward.get("/v1/workspaces", steward.token()).path("total_size").asInt())
          .isZero();
    }
  }

  @Test
  void aPortInUseIsOneSentence() throws Exception {
    var environment = StewardProcess.environment(temp.resolve("the data"));
    try (var ignored = new ServerSocket(port(environment), 1, InetAddress.getLoopbackAddress())) {
      StewardProcess steward = StewardProcess.start(environment);

      assertThat(steward.ended()).isEqualTo(1);
      assertThat(steward.log().strip())
          .isEqualTo(
              "Port %d cannot be opened (Address already in use): end the program that uses it,"
                      .formatted(port(environment))
                  + " or choose another port with SANDBOX_PORT.");
    }
  }

  private static int port(Map<String, String> environment) {
    return Integer.parseInt(environment.get("SANDBOX_PORT"));
  }

  private static List<String> ids(JsonNode workspaces) {
    return workspaces.path("items").valueStream().map(each -> each.path("id").asText()).toList();
  }

  private ProcessHandle postgres() throws Exception {
    Path pid = temp.resolve("the data/postgres/postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst())).orElseThrow();
  }
}
