package agency.steward.apikey;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import agency.steward.testing.Asking;
import agency.steward.testing.Granted;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what with keys. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class RightsTest {
  private static final String READER = "{\"name\":\"n\",\"scopes\":[\"leads:read\"]}";

  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "w" + UUID.randomUUID();

  private Response make(Workspace workspace, String body) {
    return Asking.as(who).body(body).post("/v1/workspaces/" + workspace.id() + "/api-keys");
  }

  private static String key(String scope) {
    return "{\"name\":\"n\",\"scopes\":[\"%s\"]}".formatted(scope);
  }

  @ParameterizedTest
  @CsvSource({
    "agency-admin,200,201,204",
    "agency-automation,403,403,403",
    "agency-auditor,200,403,403",
    "agency-approver,200,403,403",
    "nothing,404,404,404",
  })
  void fleetRolesMayWhatTheTableSays(String group, int read, int make, int revoke) {
    Tenant tenant = Tenant.of(registered, "zapier leads:read");
    String zapier = tenant.path("zapier");

    assertThat(Asking.as(who, group).get(tenant.path()).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who, group).get(zapier).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who, group).body(READER).post(tenant.path()).statusCode()).isEqualTo(make);
    assertThat(Asking.as(who, group).delete(zapier).statusCode()).isEqualTo(revoke);
  }

  @ParameterizedTest
  @CsvSource({"admin,200,201,204", "manager,200,403,403", "sdr,403,403,403", "viewer,403,403,403"})
  void profilesMayWhatTheTableSays(String profile, int read, int make, int revoke) {
    Tenant tenant = Tenant.of(registered, "zapier leads:read");
    String zapier = tenant.path("zapier");
    granted.in("sub:" + who, profile, tenant.workspace());

    assertThat(Asking.as(who).get(zapier).statusCode()).isEqualTo(read);
    assertThat(make(tenant.workspace(), READER).statusCode()).isEqualTo(make);
    assertThat(Asking.as(who).delete(zapier).statusCode()).isEqualTo(revoke);
  }

  @Test
  void outsideTheGrantsNothingIsThere() {
    Tenant mine = Tenant.of(registered);
    Tenant other = Tenant.of(registered, "zapier leads:read");
    String zapier = other.path("zapier");
    granted.in("sub:" + who, "admin", mine.workspace());

    problem(make(other.workspace(), READER), 404, "WORKSPACE_NOT_FOUND");
    problem(Asking.as(who).get(zapier), 404, "WORKSPACE_NOT_FOUND");
    problem(Asking.as(who).delete(zapier), 404, "WORKSPACE_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all:all",
        "workspaces:update",
        "workspaces:delete",
        "security_tokens:all",
        "auth:all",
        "emails:read"
      })
  void theHolderOfAdminMintsNothingAboveTheirRights(String scope) {
    Tenant tenant = Tenant.of(registered);
    granted.in("sub:" + who, "admin", tenant.workspace());

    problem(make(tenant.workspace(), key(scope)), 403, "PRIVILEGE_CEILING")
        .body("errors[0].pointer", equalTo("/scopes"))
        .body("detail", containsString(scope));
    assertThat(tenant.writes()).isEmpty();
  }

  /** Two steps: a profile of one's own that mints keys, and with it a key that may anything. */
  @ParameterizedTest
  @CsvSource({
    "campaigns:read,201",
    "campaigns:update,403",
    "leads:read,403",
    "api_keys:create,403",
    "api_keys:all,403",
    "workspace_members:create,403",
    "all:all,403",
  })
  void aProfileThatMintsKeysMintsNoneAboveItself(String scope, int status) {
    Tenant tenant = Tenant.of(registered);
    String profile = "minter-" + UUID.randomUUID().toString().substring(0, 8);
    tenant
        .admin()
        .body(
            "{\"instantly_role\":\"view\",\"rights\":{\"campaigns\":[\"view\"],"
                + "\"api_keys\":[\"view\",\"create\",\"delete\"]}}")
        .put("/v1/profiles/" + profile)
        .then()
        .statusCode(oneOf(200, 201));
    granted.in("sub:" + who, profile, tenant.workspace());

    assertThat(make(tenant.workspace(), key(scope)).statusCode()).isEqualTo(status);
    assertThat(tenant.writes()).hasSize(status == 201 ? 1 : 0);
  }

  /** Two steps: the agency's own workspace, and with its key every client's. */
  @Test
  void aKeyThatReachesAGroupIsMintedOnlyByWhoMaySoEverywhereInIt() {
    SandboxWorkspace client = SandboxControl.workspace();
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    Workspace sub = registered.delegated(client.id(), admin);
    granted.in("sub:" + who, "admin", admin);

    problem(make(admin, READER), 403, "PRIVILEGE_CEILING");
    granted.in("sub:" + who, "admin", sub);
    make(admin, READER).then().statusCode(201);
  }

  @Test
  void onlyAnAgencyAdminInsists() {
    Tenant tenant = Tenant.of(registered, "zapier leads:read");
    String zapier = tenant.path("zapier");
    granted.in("sub:" + who, "admin", tenant.workspace());
    tenant.values("absent");

    problem(Asking.as(who).delete(zapier + "?unproven=allow"), 409, "KEY_IN_USE_UNPROVEN");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void theFleetShowsTheKeysOfOnesOwnWorkspaces() {
    Tenant mine = Tenant.of(registered, "zapier leads:read");
    granted.in("sub:" + who, "manager", mine.workspace());

    Asking.as(who)
        .get("/v1/api-keys")
        .then()
        .statusCode(200)
        .body("coverage.total", equalTo(1))
        .body("items.workspace_id.unique()", equalTo(List.of(mine.workspace().id().toString())));
    Asking.as("m" + who, "agency-automation")
        .get("/v1/api-keys")
        .then()
        .statusCode(200)
        .body("coverage.total", equalTo(0));
  }
}
