package agency.steward.billing;

import static agency.steward.testing.Asking.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import agency.steward.testing.Asking;
import agency.steward.testing.Granted;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One workspace pays, one has lapsed, one fails, one is suspended. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class FleetPlansTest {
  private static final String PLANS = "/v1/plans";

  @Inject Registered registered;
  @Inject Granted granted;

  private final String fleet = "p" + UUID.randomUUID();
  private final SandboxWorkspace lapsedOne = SandboxControl.workspace("{\"plan_active\":false}");
  private Workspace paying;
  private Workspace lapsed;
  private Workspace silent;
  private Workspace suspended;

  @BeforeEach
  void found() {
    paying = in(SandboxControl.workspace());
    lapsed = in(lapsedOne);
    SandboxWorkspace failing = SandboxControl.workspace();
    silent = in(failing);
    suspended = in(SandboxControl.workspace());
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"fail\":{\"status\":500,\"rate\":1}}".formatted(failing.id()));
    Asking.admin(suspended)
        .body("{\"reason\":\"x\"}")
        .post("/v1/workspaces/" + suspended.id() + "/suspend")
        .then()
        .statusCode(200);
  }

  private Workspace in(SandboxWorkspace sandbox) {
    return registered.workspace(sandbox.id(), sandbox.apiKey(), Map.of("fleet", fleet));
  }

  private ValidatableResponse ask(String more) {
    return Asking.as("ann", "agency-admin")
        .get(PLANS + "?deadline=PT1M&selector=fleet=" + fleet + more)
        .then()
        .statusCode(200);
  }

  private static String status(ValidatableResponse answer, Workspace of) {
    return answer.extract().path("items.find { it.workspace_id == '%s' }.status", of.id() + "");
  }

  @Test
  void thereIsOneRowForEveryWorkspaceWhateverBecameOfIt() {
    ValidatableResponse answer = ask("");

    answer.body("items", hasSize(4)).body("coverage.total", equalTo(4));
    assertThat(status(answer, paying)).isEqualTo("active");
    assertThat(status(answer, lapsed)).isEqualTo("lapsed");
    assertThat(status(answer, silent)).isEqualTo("unknown");
    assertThat(status(answer, suspended)).isEqualTo("unknown");
    answer
        .body("coverage.ok", equalTo(1))
        .body("coverage.failed", equalTo(2))
        .body("coverage.skipped_workspaces.code", equalTo(List.of("WORKSPACE_SUSPENDED")));
  }

  @Test
  void aWorkspaceKnownToHaveLapsedIsNotCalledAndIsStillARow() {
    ask("");
    int asked = SandboxControl.journal(lapsedOne.id()).size();

    ValidatableResponse answer = ask("");

    assertThat(status(answer, lapsed)).isEqualTo("lapsed");
    answer.body("coverage.skipped", equalTo(2)).body("coverage.failed", equalTo(1));
    assertThat(SandboxControl.journal(lapsedOne.id())).hasSize(asked);
  }

  @Test
  void inCsvEverybodyIsThereOnceWithTheErrorAndTheStatus() {
    List<String> lines =
        ask("&format=csv").contentType("text/csv").extract().asString().lines().toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst())
        .isEqualTo(
            "workspace_id,workspace_name,error,status,plan_id,plan_name,renews_at,cancels_at,more");
    assertThat(line(lines, paying)).contains(",,active,pid_hg_v1,Hypergrowth,");
    assertThat(line(lines, lapsed)).endsWith(",WORKSPACE_PLAN_INACTIVE,lapsed,,,,,");
    assertThat(line(lines, silent)).endsWith(",UPSTREAM_ERROR,unknown,,,,,");
    assertThat(line(lines, suspended)).endsWith(",WORKSPACE_SUSPENDED,unknown,,,,,");
  }

  private static String line(List<String> lines, Workspace of) {
    return lines.stream()
        .filter(line -> line.startsWith(of.id().toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void linesHaveARowEachAndTheCoverage() {
    List<String> lines = ask("&format=ndjson").extract().asString().lines().toList();

    assertThat(lines).hasSize(5);
    assertThat(lines.getLast()).startsWith("{\"coverage\":");
  }

  @Test
  void whoMayRenewBeforeAMomentStaysIn() {
    ValidatableResponse soon = ask("&renews_before=2000-01-01T00:00:00Z");
    soon.body("items", hasSize(2));
    assertThat(status(soon, silent)).isEqualTo("unknown");
    assertThat(status(soon, suspended)).isEqualTo("unknown");

    ValidatableResponse late = ask("&renews_before=2999-01-01T00:00:00Z");
    late.body("items", hasSize(3)).body("coverage.total", equalTo(4));
    assertThat(status(late, paying)).isEqualTo("active");
  }

  @Test
  void ofOneWhoseAdminWorkspaceHasLapsedNobodyKnows() {
    SandboxWorkspace agency = SandboxControl.workspace();
    SandboxWorkspace client = SandboxControl.workspace();
    GroupLinks.join(agency, client);
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    Workspace delegated = registered.delegated(client.id(), admin);
    SandboxControl.patch(agency.id(), "{\"plan_active\":false}");
    Asking.admin(admin).get(Asking.path(admin, "plan")).then().statusCode(409);

    ValidatableResponse answer =
        Asking.as("ann", "agency-admin")
            .get(PLANS + "?workspace_id=" + delegated.id() + "&workspace_id=" + admin.id())
            .then()
            .statusCode(200)
            .body("coverage.skipped", equalTo(2));
    assertThat(status(answer, admin)).isEqualTo("lapsed");
    assertThat(status(answer, delegated)).isEqualTo("unknown");
  }

  @Test
  void everybodySeesOnlyTheirOwnAndNobodyWithoutAToken() {
    String who = "g" + UUID.randomUUID();
    granted.in("sub:" + who, "viewer", lapsed);
    granted.in("sub:" + who, "manager", paying);

    Asking.as(who)
        .get(PLANS)
        .then()
        .statusCode(200)
        .body("items.workspace_id", equalTo(List.of(paying.id().toString())));
    Asking.as(who, "agency-approver").get(PLANS).then().body("items", hasSize(1));
    given().get(PLANS).then().statusCode(401);
  }

  @Test
  void whatCannotBeAskedIsSaid() {
    var ann = Asking.as("ann", "agency-admin");
    problem(ann.get(PLANS + "?renews_before=soon"), 400, "INVALID_PARAMETER");
    problem(Asking.as("ann", "agency-admin").get(PLANS + "?state=x"), 400, "UNKNOWN_PARAMETER");
    problem(
        Asking.as("ann", "agency-admin")
            .get(PLANS + "?require_complete=true&deadline=PT1M&selector=fleet=" + fleet),
        503,
        "COVERAGE_INCOMPLETE");
  }
}
