package agency.steward.member;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what with members. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class RightsTest {
  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "w" + UUID.randomUUID();

  private RequestSpecification holder(String profile, Workspace... workspaces) {
    granted.in("sub:" + who, profile, workspaces);
    return Asking.as(who);
  }

  @ParameterizedTest
  @CsvSource({
    "agency-admin,200,200,201,204",
    "agency-automation,200,200,201,403",
    "agency-auditor,200,403,403,403",
    "agency-approver,200,403,403,403",
    "nothing,404,404,404,404",
  })
  void fleetRolesMayWhatTheTableSays(String group, int read, int change, int invite, int remove) {
    Tenant tenant = Tenant.of(registered, "ann view");
    String ann = tenant.path("ann");

    assertThat(Asking.as(who, group).get(ann).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who, group).body("{\"role\":\"editor\"}").patch(ann).statusCode())
        .isEqualTo(change);
    assertThat(
            Asking.as(who, group)
                .body("{\"email\":\"new@x.example\",\"role\":\"view\"}")
                .post(tenant.path())
                .statusCode())
        .isEqualTo(invite);
    assertThat(Asking.as(who, group).delete(ann).statusCode()).isEqualTo(remove);
  }

  @ParameterizedTest
  @CsvSource({"admin,200,200,204", "manager,200,403,403", "sdr,403,403,403", "viewer,403,403,403"})
  void profilesMayWhatTheTableSays(String profile, int read, int change, int remove) {
    Tenant tenant = Tenant.of(registered, "ann view");
    String ann = tenant.path("ann");
    var holder = holder(profile, tenant.workspace());

    assertThat(holder.get(ann).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who).body("{\"role\":\"editor\"}").patch(ann).statusCode())
        .isEqualTo(change);
    assertThat(Asking.as(who).delete(ann).statusCode()).isEqualTo(remove);
  }

  @Test
  void aHolderOfAdminMakesAdminsInTheirWorkspaceOnly() {
    Tenant tenant = Tenant.of(registered, "ann view");
    Tenant other = Tenant.of(registered, "bob view");
    String ann = tenant.path("ann");
    String bob = other.path("bob");
    holder("admin", tenant.workspace());

    Asking.as(who).body("{\"role\":\"admin\"}").patch(ann).then().statusCode(200);
    problem(Asking.as(who).body("{\"role\":\"admin\"}").patch(bob), 404, "WORKSPACE_NOT_FOUND");
  }

  @Test
  void aMachineMakesNobodyAdmin() {
    Tenant tenant = Tenant.of(registered, "ann view");
    String ann = tenant.path("ann");

    problem(
            Asking.as(who, "agency-automation").body("{\"role\":\"admin\"}").patch(ann),
            403,
            "PRIVILEGE_CEILING")
        .body("errors[0].pointer", equalTo("/role"));
    problem(
        Asking.as(who, "agency-automation")
            .body("{\"email\":\"new@x.example\",\"profile\":\"admin\"}")
            .post(tenant.path()),
        403,
        "PRIVILEGE_CEILING");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void anAdminOfAGroupIsMadeOnlyByWhoMaySoEverywhereInIt() {
    SandboxWorkspace client = SandboxControl.workspace(Tenant.seed("cyd admin"));
    SandboxWorkspace agency =
        SandboxControl.workspace(
            "{\"group_admin_of\":[\"%s\"],\"members\":[{\"email\":\"ann@x.example\",\"role\":\"view\"}]}"
                .formatted(client.id()));
    Tenant admin = new Tenant(agency, registered.workspace(agency.id(), agency.apiKey()));
    Workspace sub = registered.delegated(client.id(), admin.workspace());
    String ann = admin.path("ann");
    holder("admin", admin.workspace());

    problem(Asking.as(who).body("{\"role\":\"admin\"}").patch(ann), 403, "PRIVILEGE_CEILING");
    Asking.as(who).body("{\"role\":\"editor\"}").patch(ann).then().statusCode(200);
    granted.in("sub:" + who, "admin", sub);
    Asking.as(who).body("{\"role\":\"admin\"}").patch(ann).then().statusCode(200);
  }

  @Test
  void anAdminWhoReachesAWorkspaceThatIsNotRegisteredIsMadeByAnAgencyAdminOnly() {
    SandboxWorkspace client = SandboxControl.workspace();
    SandboxWorkspace agency =
        SandboxControl.workspace(
            "{\"group_admin_of\":[\"%s\"],\"members\":[{\"email\":\"ann@x.example\",\"role\":\"view\"}]}"
                .formatted(client.id()));
    Tenant admin = new Tenant(agency, registered.workspace(agency.id(), agency.apiKey()));
    String ann = admin.path("ann");
    holder("admin", admin.workspace());

    problem(Asking.as(who).body("{\"role\":\"admin\"}").patch(ann), 403, "PRIVILEGE_CEILING");
    assertThat(admin.writes()).isEmpty();
    admin.patch("ann", "{\"role\":\"admin\"}").then().statusCode(200);
  }

  @Test
  void aChangeSetIsShownOnlyToWhoMaySeeItsWorkspace() {
    Tenant tenant = Tenant.of(registered, "ann view");
    Tenant other = Tenant.of(registered, "bob view");
    String id = tenant.patch("ann", "{\"role\":\"editor\"}").getHeader("Steward-Change-Set");
    String shown = "/v1/change-sets/" + id;
    holder("manager", other.workspace());

    problem(Asking.as(who).get(shown), 404, "NOT_FOUND");
    problem(Asking.as(who).get(shown + "/changes"), 404, "NOT_FOUND");
    Asking.as(who).get("/v1/change-sets").then().body("items.size()", equalTo(0));
    Asking.as(who, "agency-auditor").get(shown).then().statusCode(200);
    granted.in("sub:" + who, "manager", tenant.workspace());
    Asking.as(who).get(shown).then().statusCode(200);
    Asking.as(who).get("/v1/change-sets").then().body("items.id[0]", equalTo(id));
  }

  @Test
  void aChangeSetThatIsNoneIsNotFound() {
    problem(Asking.as(who, "agency-admin").get("/v1/change-sets/x"), 404, "NOT_FOUND");
    problem(
        Asking.as(who, "agency-admin").get("/v1/change-sets/" + UUID.randomUUID()),
        404,
        "NOT_FOUND");
    problem(
        Asking.as(who, "agency-admin").get("/v1/change-sets?state=x"), 400, "INVALID_PARAMETER");
  }
}
