package agency.steward.group;

import static agency.steward.testing.Asking.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

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

/** Who may do what with the links of a group. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class GroupRightsTest {
  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "g" + UUID.randomUUID();
  private Group group;

  @BeforeEach
  void found() {
    group = Group.of(registered);
  }

  private String invitation() {
    return "{\"sub_workspace_id\":\"" + group.sub().id() + "\"}";
  }

  @ParameterizedTest
  @CsvSource({
    "agency-admin,200,201",
    "agency-approver,200,403",
    "agency-auditor,200,403",
    "agency-automation,403,403",
    "nothing,404,404",
  })
  void fleetRolesMayWhatTheTableSays(String role, int read, int change) {
    assertThat(Asking.as(who, role).get(group.path()).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who, role).get(Asking.path(group.admin(), "group-admin")).statusCode())
        .isEqualTo(read);
    assertThat(Asking.as(who, role).body(invitation()).post(group.path()).statusCode())
        .isEqualTo(change);
  }

  @ParameterizedTest
  @CsvSource({"admin,200,201,204", "manager,200,403,403", "sdr,403,403,403", "viewer,403,403,403"})
  void profilesMayWhatTheTableSays(String profile, int read, int invite, int remove) {
    granted.in("sub:" + who, profile, group.admin());
    String other = GroupLinks.invite(group.agency(), SandboxControl.workspace());

    assertThat(Asking.as(who).get(group.path()).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who).get(group.path(other)).statusCode()).isEqualTo(read);
    assertThat(Asking.as(who).body(invitation()).post(group.path()).statusCode()).isEqualTo(invite);
    assertThat(Asking.as(who).delete(group.path(other)).statusCode()).isEqualTo(remove);
  }

  @Test
  void withoutATokenNobodyIsAnybody() {
    given().get(group.path()).then().statusCode(401);
    given().contentType("application/json").body("{}").post(group.path()).then().statusCode(401);
    given().delete(group.path("x")).then().statusCode(401);
    given().get(Asking.path(group.admin(), "group-admin")).then().statusCode(401);
  }

  @Test
  void linksAreChangedOnlyByWhoMaySoInEverySubWorkspace() {
    String link = group.join();
    SandboxWorkspace another = SandboxControl.workspace();
    granted.in("sub:" + who, "admin", group.admin());
    String invitation = "{\"sub_workspace_id\":\"" + another.id() + "\"}";

    problem(Asking.as(who).delete(group.path(link)), 403, "PRIVILEGE_CEILING");
    problem(Asking.as(who).body(invitation).post(group.path()), 403, "PRIVILEGE_CEILING");
    Workspace sub = registered.workspace(group.sub().id(), group.sub().apiKey());
    granted.in("sub:" + who, "manager", sub);
    problem(Asking.as(who).delete(group.path(link)), 403, "PRIVILEGE_CEILING");
    assertThat(group.writes()).hasSize(1); // joining

    granted.in("sub:" + who, "admin", sub);
    Asking.as(who).body(invitation).post(group.path()).then().statusCode(201);
    Asking.as(who).delete(group.path(link)).then().statusCode(204);
  }

  @Test
  void stewardsIdOfASubIsToldOnlyToWhoMaySeeIt() {
    String link = group.join();
    Workspace sub = registered.delegated(group.sub().id(), group.admin());
    granted.in("sub:" + who, "manager", group.admin());

    Asking.as(who).get(group.path(link)).then().statusCode(200).body("$", not(hasKey("steward")));
    granted.in("sub:" + who, "viewer", sub);
    Asking.as(who)
        .get(group.path(link))
        .then()
        .body("steward.workspace_id", equalTo(sub.id().toString()));
  }
}
