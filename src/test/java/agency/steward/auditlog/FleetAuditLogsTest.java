package agency.steward.auditlog;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened, everywhere. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class FleetAuditLogsTest {
  @Inject Registered registered;

  private Client client(int entries) {
    return Client.of(registered, "{\"audit_logs\":" + entries + "}");
  }

  private static Response logs(String query, Client... clients) {
    return Asking.as("ann", "agency-admin").get("/v1/audit-logs?" + query + only(clients));
  }

  private static String only(Client... clients) {
    return Stream.of(clients)
        .map(client -> "&workspace_id=" + client.id())
        .collect(Collectors.joining());
  }

  @Test
  void aDayOfAllWorkspacesComesInOneOrder() {
    Client one = client(100);
    Client other = client(100);

    JsonPath answer =
        logs("deadline=PT20S", one, other).then().statusCode(200).extract().jsonPath();

    List<String> times = answer.getList("items.timestamp");
    assertThat(times).hasSize(48).isSorted();
    assertThat(Instant.parse(times.getFirst()))
        .isAfter(Instant.now().minus(Duration.ofHours(24).plusMinutes(5)));
    assertThat(answer.<String>getList("items.workspace_id").subList(0, 4))
        .contains(one.id(), other.id());
    assertThat(answer.getInt("coverage.ok")).isEqualTo(2);
    assertThat(answer.getString("coverage.empty")).isNull();
  }

  @Test
  void whoShowsNothingIsNamedAndNobodyClaimsToKnowWhy() {
    Client busy = client(3);
    Client silent = client(0);

    logs("deadline=PT20S", busy, silent)
        .then()
        .statusCode(200)
        .body("items", hasSize(3))
        .body("coverage.ok", equalTo(2))
        .body("coverage.empty.workspaces.workspace_id", equalTo(List.of(silent.id())))
        .body("coverage.empty.detail", equalTo(Emptiness.UNKNOWN.detail()));
  }

  @Test
  void aLapsedPlanIsAFailureAndNotSilence() {
    Client lapsed = client(3);
    SandboxControl.patch(lapsed.sandbox().id(), "{\"plan_active\":false}");

    logs("deadline=PT20S", lapsed)
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("coverage.failures[0].code", equalTo("WORKSPACE_PLAN_INACTIVE"))
        .body("coverage.empty", nullValue());
    problem(logs("require_complete=all", lapsed), 503, "COVERAGE_INCOMPLETE");
  }

  @Test
  void requiredCompletenessIsAnsweredInOrderToo() {
    logs("require_complete=all", client(5), client(5))
        .then()
        .statusCode(200)
        .body("items", hasSize(10))
        .body("coverage.failed", equalTo(0));
  }

  @Test
  void linesAndColumnsComeAsWorkspacesAnswer() {
    Client client = client(2);

    String lines = logs("format=ndjson", client).then().statusCode(200).extract().asString();
    assertThat(lines.lines()).hasSize(3);
    assertThat(lines.lines().toList().getFirst()).contains("\"activity\":\"user_login\"");
    String table = logs("format=csv", client).then().statusCode(200).extract().asString();
    assertThat(table.lines().toList().getFirst())
        .startsWith("workspace_id,workspace_name,error,timestamp,activity,activity_type,");
    assertThat(table.lines()).hasSize(3);
  }

  @Test
  void oneActivityIsAskedForEverywhere() {
    logs("activity_type=lead_deletion", client(5))
        .then()
        .statusCode(200)
        .body("items.activity", equalTo(List.of("lead_deletion")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start_date=2026-01-01&end_date=2026-02-02",
        "start_date=2020-01-01",
        "start_date=2999-01-01",
        "activity_type=nothing",
        "end_date=never"
      })
  void aSpanThatIsTooLongOrNoneIsRefused(String query) {
    Client client = client(1);

    problem(logs(query, client), 400, "INVALID_PARAMETER");
    assertThat(client.calls()).isEmpty();
  }

  @Test
  void aStrangerSeesNothing() {
    Client client = client(1);

    Asking.as("stranger")
        .get("/v1/audit-logs?deadline=PT20S" + only(client))
        .then()
        .statusCode(200)
        .body("items", hasSize(0))
        .body("coverage.failures[0].code", equalTo("WORKSPACE_NOT_FOUND"));
    assertThat(client.calls()).isEmpty();
  }
}
