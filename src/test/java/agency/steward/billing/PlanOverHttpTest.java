package agency.steward.billing;

import static agency.steward.testing.Asking.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

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
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class PlanOverHttpTest {
  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "p" + UUID.randomUUID();
  private final SandboxWorkspace sandbox = SandboxControl.workspace();
  private Workspace workspace;
  private String path;

  @BeforeEach
  void register() {
    workspace = registered.workspace(sandbox.id(), sandbox.apiKey());
    path = Asking.path(workspace, "plan");
  }

  @Test
  void thePlanIsOneShapeAndInstantlysObjectsFollow() {
    Asking.admin(workspace)
        .get(path)
        .then()
        .statusCode(200)
        .body("workspace_id", equalTo(workspace.id().toString()))
        .body("status", equalTo("active"))
        .body("plan_id", equalTo("pid_hg_v1"))
        .body("plan_name", equalTo("Hypergrowth"))
        .body("renews_at", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"))
        .body("$", hasKey("cancels_at"))
        .body("cancels_at", nullValue())
        .body("plan_details.subscriptions.outreach.product_id", equalTo("pid_hg_v1"))
        .body(
            "subscription_details.subscriptions[0].instantly_workspace_id", equalTo(sandbox.id()));
  }

  @Test
  void aDelegatedWorkspaceHasAPlanOfItsOwn() {
    SandboxWorkspace agency = SandboxControl.workspace();
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    SandboxWorkspace client = SandboxControl.workspace();
    GroupLinks.join(agency, client);
    Workspace sub = registered.delegated(client.id(), admin);

    Asking.admin(sub)
        .get(Asking.path(sub, "plan"))
        .then()
        .statusCode(200)
        .body("plan_details.organization_id", equalTo(client.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "agency-admin,200",
    "agency-approver,403",
    "agency-automation,403",
    "agency-auditor,200",
    "nothing,404",
  })
  void fleetRolesMayWhatTheTableSays(String role, int read) {
    assertThat(Asking.as(who, role).get(path).statusCode()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({"admin,200", "manager,200", "sdr,403", "viewer,403"})
  void profilesMayWhatTheTableSays(String profile, int read) {
    granted.in("sub:" + who, profile, workspace);

    assertThat(Asking.as(who).get(path).statusCode()).isEqualTo(read);
  }

  @Test
  void withoutATokenNobodyIsAnybodyAndParametersAreKnown() {
    given().get(path).then().statusCode(401);
    problem(Asking.admin(workspace).get(path + "?now=1"), 400, "UNKNOWN_PARAMETER");
  }

  @Test
  void aKeyThatMayNotReadBillingSaysWhichScopeIsMissing() {
    var seeded =
        SandboxControl.seeded(
            "{\"api_keys\":[{\"name\":\"reader\",\"scopes\":[\"workspaces:read\"]}]}");
    Workspace reader =
        registered.workspace(
            seeded.path("workspace_id").asText(), seeded.at("/api_keys/0/key").asText());

    problem(Asking.admin(reader).get(Asking.path(reader, "plan")), 409, "CREDENTIAL_SCOPE_MISSING")
        .body("required", hasItem("workspace_billing:read"));
  }

  @Test
  void aLapsedPlanIsSaidOnceAndThenNobodyIsAsked() {
    SandboxControl.patch(sandbox.id(), "{\"plan_active\":false}");
    problem(Asking.admin(workspace).get(path), 409, "WORKSPACE_PLAN_INACTIVE");
    int asked = SandboxControl.journal(sandbox.id()).size();

    problem(Asking.admin(workspace).get(path), 409, "WORKSPACE_PLAN_INACTIVE");

    assertThat(SandboxControl.journal(sandbox.id())).hasSize(asked);
  }
}
