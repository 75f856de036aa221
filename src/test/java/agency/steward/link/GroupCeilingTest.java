package agency.steward.link;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.Granted;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Escalation through a group: an admin of its admin workspace reaches all of it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class GroupCeilingTest {
  @Inject Registered registered;
  @Inject Granted granted;

  private final String who = "g" + UUID.randomUUID();
  private final SandboxWorkspace sub = SandboxControl.workspace();
  private final SandboxWorkspace agency = SandboxControl.workspace();
  private Workspace admin;

  @BeforeEach
  void grant() {
    admin = registered.workspace(agency.id(), agency.apiKey());
    granted.in("sub:" + who, "admin", admin);
  }

  private ValidatableResponse makeAnAdmin() {
    return as(who)
        .body("{\"email\":\"n%s@x.example\",\"role\":\"admin\"}".formatted(UUID.randomUUID()))
        .post("/v1/workspaces/" + admin.id() + "/members")
        .then();
  }

  private static io.restassured.specification.RequestSpecification as(
      String who, String... groups) {
    return given()
        .header("Authorization", Tokens.bearer(who, groups))
        .contentType("application/json");
  }

  @Test
  void aSubThatIsNotRegisteredIsReachedTooSoNobodyButAnAgencyAdminMay() {
    GroupLinks.join(agency, sub);

    makeAnAdmin()
        .statusCode(403)
        .body("code", equalTo("PRIVILEGE_CEILING"))
        .body("detail", containsString("administers a group"));
    as("root", "agency-admin")
        .body("{\"email\":\"new@x.example\",\"role\":\"admin\"}")
        .post("/v1/workspaces/" + admin.id() + "/members")
        .then()
        .statusCode(201);
  }

  @Test
  void aSubThatIsRegisteredWithAKeyOfItsOwnCountsAsWell() {
    GroupLinks.join(agency, sub);
    Workspace own = registered.workspace(sub.id(), sub.apiKey());

    makeAnAdmin().statusCode(403).body("code", equalTo("PRIVILEGE_CEILING"));
    granted.in("sub:" + who, "manager", own);
    makeAnAdmin().statusCode(403).body("code", equalTo("PRIVILEGE_CEILING"));
    granted.in("sub:" + who, "admin", own);
    makeAnAdmin().statusCode(201);
  }

  @Test
  void anInvitationNobodyHasAcceptedReachesNobody() {
    String link = GroupLinks.invite(agency, sub);
    makeAnAdmin().statusCode(201);

    SandboxControl.acceptLink(link);

    makeAnAdmin().statusCode(403).body("code", equalTo("PRIVILEGE_CEILING"));
  }

  @Test
  void whereTheLinksCannotBeListedNobodyIsMadeAdmin() {
    GroupLinks.join(agency, sub);
    SandboxControl.behaviour(
        """
        {"workspace_id":"%s","match":{"method":"GET","path":"/workspace-group-members"},
         "fail":{"status":500,"rate":1}}
        """
            .formatted(agency.id()));

    makeAnAdmin().statusCode(502).body("code", equalTo("UPSTREAM_ERROR"));
  }
}
