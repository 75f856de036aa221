package agency.steward.details;

import static agency.steward.testing.Asking.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.testing.Asking;
import agency.steward.testing.Granted;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class DetailsOverHttpTest {
  private static final String CURRENT = "/workspaces/current";

  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "d" + UUID.randomUUID();
  private final SandboxWorkspace sandbox = SandboxControl.workspace("{\"name\":\"Acme\"}");
  private Workspace workspace;
  private String path;

  @BeforeEach
  void register() {
    workspace = registered.workspace(sandbox.id(), sandbox.apiKey());
    path = Asking.path(workspace, "details");
  }

  private Response patch(String body) {
    return Asking.admin(workspace).body(body).patch(path);
  }

  private List<SandboxCall> writes() {
    return SandboxControl.journal(sandbox.id()).stream()
        .filter(call -> !call.method().equals("GET"))
        .toList();
  }

  @Test
  void theObjectIsInstantlysAndTheNameInFrontIsStewards() {
    Asking.admin(workspace)
        .get(path)
        .then()
        .statusCode(200)
        .body("workspace_id", equalTo(workspace.id().toString()))
        .body("workspace_name", equalTo(workspace.name()))
        .body("id", equalTo(sandbox.id()))
        .body("name", equalTo("Acme"))
        .body("owner", notNullValue())
        .body("plan_id", equalTo("pid_hg_v1"))
        .body("$", hasKey("org_client_domain"));
  }

  @Test
  void aNewNameIsReadBackAndStewardsOwnStays() {
    Response answer =
        patch("{\"name\":\"Acme Ltd\",\"org_logo_url\":\"https://acme.example/l.png\"}");

    answer
        .then()
        .statusCode(200)
        .body("name", equalTo("Acme Ltd"))
        .body("workspace_name", equalTo(workspace.name()))
        .body("org_logo_url", equalTo("https://acme.example/l.png"));
    Asking.admin(workspace)
        .get("/v1/change-sets/" + answer.getHeader("Steward-Change-Set") + "/changes")
        .then()
        .body("items[0].action", equalTo("details_change"))
        .body("items[0].reversibility", equalTo("lossless"))
        .body("items[0].before.name", equalTo("Acme"))
        .body("items[0].before.org_logo_url", nullValue())
        .body("items[0].after.name", equalTo("Acme Ltd"))
        .body("items[0].verified", equalTo(true));
    Asking.admin(workspace)
        .get("/v1/workspaces/" + workspace.id())
        .then()
        .body("name", equalTo(workspace.name()))
        .body("instantly_name", equalTo("Acme Ltd"));
    Asking.admin(workspace)
        .get("/v1/ledger?workspace_id=" + workspace.id())
        .then()
        .body("items.action", hasItem("workspace.details_change"));
  }

  @Test
  void nullTakesTheLogoAwayAndTheNameStays() {
    patch("{\"org_logo_url\":\"http://acme.example/l.png\"}").then().statusCode(200);

    patch("{\"org_logo_url\":null}")
        .then()
        .statusCode(200)
        .body("org_logo_url", nullValue())
        .body("name", equalTo("Acme"));
  }

  @Test
  void whatIsSoAlreadyIsNotSent() {
    patch("{\"name\":\"Acme\",\"org_logo_url\":null}").then().statusCode(200);

    assertThat(writes()).isEmpty();
  }

  @Test
  void aDelegatedWorkspaceIsRenamedAndNotItsAdmin() {
    SandboxWorkspace agency = SandboxControl.workspace("{\"name\":\"Agency\"}");
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    SandboxWorkspace client = SandboxControl.workspace("{\"name\":\"Client\"}");
    GroupLinks.join(agency, client);
    Workspace sub = registered.delegated(client.id(), admin);

    Asking.admin(sub)
        .body("{\"name\":\"Client Ltd\"}")
        .patch(Asking.path(sub, "details"))
        .then()
        .statusCode(200)
        .body("id", equalTo(client.id()))
        .body("name", equalTo("Client Ltd"));

    Asking.admin(admin).get(Asking.path(admin, "details")).then().body("name", equalTo("Agency"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|422|VALIDATION_FAILED",
        "{\"name\":\"\"}|422|VALIDATION_FAILED",
        "{\"name\":\" Acme\"}|422|VALIDATION_FAILED",
        "{\"org_logo_url\":\"javascript:alert(1)\"}|422|VALIDATION_FAILED",
        "{\"org_logo_url\":7}|400|MALFORMED_REQUEST",
        "{\"plan_id\":\"pid_ls_v1\"}|400|UNKNOWN_FIELD",
        "[]|400|MALFORMED_REQUEST",
      })
  void whatCannotBeIsRefusedBeforeAnythingIsSent(String body, int status, String code) {
    problem(patch(body), status, code);

    assertThat(SandboxControl.journal(sandbox.id())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "agency-admin,200,200",
    "agency-approver,200,403",
    "agency-automation,200,403",
    "agency-auditor,200,403",
    "nothing,404,404",
  })
  void fleetRolesMayWhatTheTableSays(String role, int read, int change) {
    assertThat(Asking.as(who, role).get(path).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who, role).body("{\"name\":\"B\"}").patch(path).statusCode())
        .isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({"admin,200,200", "manager,200,403", "sdr,403,403", "viewer,403,403"})
  void profilesMayWhatTheTableSays(String profile, int read, int change) {
    granted.in("sub:" + who, profile, workspace);

    assertThat(Asking.as(who).get(path).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who).body("{\"name\":\"B\"}").patch(path).statusCode()).isEqualTo(change);
  }

  @Test
  void whatTakesNoParametersRefusesThem() {
    problem(Asking.admin(workspace).get(path + "?full=true"), 400, "UNKNOWN_PARAMETER");
  }

  @Test
  void withoutATokenNobodyIsAnybody() {
    given().get(path).then().statusCode(401);
    given().contentType("application/json").body("{}").patch(path).then().statusCode(401);
  }

  @Test
  void aKeyThatMayOnlyReadSaysWhichScopeIsMissing() {
    var seeded =
        SandboxControl.seeded(
            "{\"api_keys\":[{\"name\":\"reader\",\"scopes\":[\"workspaces:read\"]}]}");
    Workspace reader =
        registered.workspace(
            seeded.path("workspace_id").asText(), seeded.at("/api_keys/0/key").asText());

    problem(
            Asking.admin(reader).body("{\"name\":\"B\"}").patch(Asking.path(reader, "details")),
            409,
            "CREDENTIAL_SCOPE_MISSING")
        .body("required", hasItem("workspaces:update"));
  }

  @Test
  void aYesThatChangedNothingIsNotApplied() {
    sandbox.behave("PATCH", CURRENT, "\"accept_without_effect\":true");

    problem(patch("{\"name\":\"Acme Ltd\"}"), 502, "WRITE_NOT_EFFECTIVE");

    Asking.admin(workspace)
        .get("/v1/workspaces/" + workspace.id())
        .then()
        .body("instantly_name", not(equalTo("Acme Ltd")));
  }

  @Test
  void aLapsedPlanIsSaidOnceAndThenNobodyIsAsked() {
    SandboxControl.patch(sandbox.id(), "{\"plan_active\":false}");
    problem(Asking.admin(workspace).get(path), 409, "WORKSPACE_PLAN_INACTIVE");
    int asked = SandboxControl.journal(sandbox.id()).size();

    problem(Asking.admin(workspace).get(path), 409, "WORKSPACE_PLAN_INACTIVE");
    problem(patch("{\"name\":\"B\"}"), 409, "WORKSPACE_PLAN_INACTIVE");

    assertThat(SandboxControl.journal(sandbox.id())).hasSize(asked);
  }
}
