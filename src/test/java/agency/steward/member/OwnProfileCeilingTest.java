package agency.steward.member;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.Asking;
import agency.steward.testing.Granted;
import agency.steward.testing.OwnProfile;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Escalation through profiles of the agency's own: who may invite hands out no more than that. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class OwnProfileCeilingTest {
  private static final String INVITER =
      "{'instantly_role':'editor','rights':{'members':['view','create','edit'],"
          + "'campaigns':['view'],'leads':['view'],'accounts':['view'],'tags':['view']}}";

  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "w" + UUID.randomUUID();

  private Tenant inviter() {
    Tenant tenant = Tenant.of(registered, "ann view");
    granted.in("sub:" + who, OwnProfile.of(INVITER), tenant.workspace());
    return tenant;
  }

  private Response invite(Tenant tenant, String terms, String... groups) {
    String email = "n" + UUID.randomUUID() + "@x.example";
    return Asking.as(who, groups)
        .body("{\"email\":\"%s\",%s}".formatted(email, terms.replace('\'', '"')))
        .post(tenant.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'role':'view'",
        "'profile':'viewer'",
        "'role':'view','permissions':['campaigns.view','unibox.all']",
        "'role':'view','permissions':['campaigns.edit']"
      })
  void whatIsWithinTheirOwnIsHandedOut(String terms) {
    invite(inviter(), terms).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'role':'editor'",
        "'role':'admin'",
        "'profile':'admin'",
        "'profile':'manager'",
        "'profile':'sdr'",
        "'role':'view','permissions':['organization.users.manage']",
        "'role':'view','permissions':['campaigns.view','agency.manage']",
        "'role':'view','permissions':['something.new']"
      })
  void whatIsAboveTheirOwnIsNot(String terms) {
    Tenant tenant = inviter();

    problem(invite(tenant, terms), 403, "PRIVILEGE_CEILING");

    assertThat(tenant.writes()).isEmpty();
  }

  /** A role is what the built-in profile of it may; one without rights must not cheapen it. */
  @Test
  void aProfileThatIsAdminByNameOnlyMakesNoAdmins() {
    String hollow = OwnProfile.of("{'instantly_role':'admin','rights':{}}");
    Tenant tenant = inviter();

    problem(invite(tenant, "'role':'admin'"), 403, "PRIVILEGE_CEILING");
    problem(invite(tenant, "'profile':'" + hollow + "'"), 403, "PRIVILEGE_CEILING");
    problem(
        Asking.as(who).body("{\"role\":\"admin\"}").patch(tenant.path("ann")),
        403,
        "PRIVILEGE_CEILING");
  }

  @Test
  void aProfileWithMoreRightsHereIsNotHandedOutEvenWithALesserRoleThere() {
    String mighty =
        OwnProfile.of("{'instantly_role':'view','rights':{'api_keys':['view','create']}}");

    problem(invite(inviter(), "'profile':'" + mighty + "'"), 403, "PRIVILEGE_CEILING");
  }

  /** Who reads what is tagged as an admin would is none. */
  @Test
  void aProfileThatIsNarrowedToTagsHandsOutNothing() {
    Tenant tenant = inviter();
    granted.tagged("sub:" + who, "admin", tenant.workspace(), "vip");

    problem(invite(tenant, "'role':'admin'"), 403, "PRIVILEGE_CEILING");
    problem(invite(tenant, "'profile':'sdr'"), 403, "PRIVILEGE_CEILING");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void aMachineHandsOutNoPermissionsOfAdmins() {
    Tenant tenant = Tenant.of(registered, "ann view");
    String power = "'role':'view','permissions':['organization.users.manage']";

    problem(invite(tenant, power, "agency-automation"), 403, "PRIVILEGE_CEILING");
    invite(tenant, "'role':'view','permissions':['campaigns.view']", "agency-automation")
        .then()
        .statusCode(201);
  }

  @Test
  void permissionsOfAdminsReachAGroupAsAdminsDo() {
    SandboxWorkspace client = SandboxControl.workspace(Tenant.seed("cyd admin"));
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Tenant admin = new Tenant(agency, registered.workspace(agency.id(), agency.apiKey()));
    Workspace sub = registered.delegated(client.id(), admin.workspace());
    granted.in("sub:" + who, "admin", admin.workspace());
    String power = "'role':'editor','permissions':['workspaceGroupMembers.invite']";

    problem(invite(admin, power), 403, "PRIVILEGE_CEILING");
    granted.in("sub:" + who, "admin", sub);
    invite(admin, power).then().statusCode(201);
  }
}
