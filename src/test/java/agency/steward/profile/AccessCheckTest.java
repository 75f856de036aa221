package agency.steward.profile;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import agency.steward.access.grant.Grant;
import agency.steward.testing.Granted;
import agency.steward.testing.OwnProfile;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class AccessCheckTest {
  private final String unique = UUID.randomUUID().toString();
  private final String sam = "sub:sam-" + unique;
  private Workspace workspace;

  @Inject Registered registered;
  @Inject Granted granted;

  @BeforeEach
  void register() {
    workspace = registered.onPaper("check-" + unique, Map.of("client", "c-" + unique));
  }

  @Test
  void aGrantThatAllowsItIsNamed() {
    Grant grant = granted.where(sam, "manager", "client=c-" + unique);

    check(sam, "member_read")
        .body("allowed", equalTo(true))
        .body("because.size()", equalTo(1))
        .body("because[0]", containsString(grant.id().toString()))
        .body("because[0]", containsString("where client=c-" + unique));
  }

  @Test
  void aGrantThatDoesNotCarryItIsNamedWithWhatWould() {
    granted.in(sam, "viewer", workspace);

    check(sam, "member_read")
        .body("allowed", equalTo(false))
        .body("because", hasItem(containsString("which does not carry member_read")))
        .body("because", hasItem(containsString("agency-admin or agency-approver")))
        .body("because", hasItem(containsString("profile admin or manager")));
  }

  @Test
  void aGrantNarrowedToTagsSaysWhatIsLeftOfIt() {
    granted.tagged(sam, "admin", workspace, "vip", "Q3");

    check(sam, "campaign_read")
        .body("allowed", equalTo(true))
        .body("because[0]", containsString("only campaigns and accounts tagged Q3, vip"));
    check(sam, "member_read")
        .body("allowed", equalTo(false))
        .body("because[0]", containsString("only campaigns and accounts tagged Q3, vip"))
        .body("because[0]", containsString("which does not carry member_read"));
    check(sam, "workspace_read").body("allowed", equalTo(false));
  }

  @Test
  void grantsThatHaveEndedSayWhenAndHow() {
    Grant expired = granted.expired(sam, "admin", workspace);
    Grant revoked = granted.in(sam, "admin", workspace);
    given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .delete("/v1/grants/{id}", revoked.id().toString())
        .then()
        .statusCode(204);

    check(sam, "member_read")
        .body("allowed", equalTo(false))
        .body("because[0]", equalTo("No live grant and no fleet role is held"))
        .body("because[1]", containsString(revoked.id().toString()))
        .body("because[1]", containsString("taken back by sub:ann"))
        .body("because[2]", containsString(sam + " held admin"))
        .body(
            "because[2]",
            containsString(
                "ended at " + expired.expiresAt().orElseThrow().toString().substring(0, 16)))
        .body("because[2]", containsString("by itself"));
  }

  @Test
  void aProfileOfTheAgencysOwnCountsLikeABuiltInOne() {
    String name = OwnProfile.of("{'instantly_role':'view','rights':{'members':['view']}}");
    granted.in(sam, name, workspace);

    check(sam, "member_read")
        .body("allowed", equalTo(true))
        .body("because[0]", containsString("holds " + name));
    check(sam, "tag_read")
        .body("allowed", equalTo(false))
        .body("because", hasItem(containsString("which does not carry tag_read")));
    check(sam + "-other", "member_read").body("because", hasItem(containsString(name)));
  }

  @Test
  void aProfileThatIsNotThereGivesNothingAndIsNamed() {
    granted.in(sam, "gone-" + unique, workspace);

    check(sam, "workspace_read")
        .body("allowed", equalTo(false))
        .body("because[0]", containsString("a profile that does not exist any more"));
  }

  @Test
  void aGrantSomewhereElseIsNamedAsSuch() {
    granted.in(sam, "admin", registered.onPaper("check-other-" + unique, Map.of()));

    check(sam, "member_read")
        .body("allowed", equalTo(false))
        .body("because", hasItem(containsString("which is not here")));
  }

  @Test
  void whoHoldsNothingIsToldSo() {
    granted.expired(sam, "admin", workspace);

    check(sam, "workspace_read")
        .body("allowed", equalTo(false))
        .body("because", hasItem("No live grant and no fleet role is held"))
        .body("because", hasItem(containsString("group:…")));
  }

  @Test
  void aGroupThatIsAFleetRoleCountsAsOne() {
    check("group:agency-auditor", "ledger_read")
        .body("allowed", equalTo(true))
        .body("because", contains(containsString("the fleet role agency-auditor")));
    check("group:agency-auditor", "member_write")
        .body("allowed", equalTo(false))
        .body("because", hasItem(containsString("which may not do this")));
  }

  @Test
  void somebodyIsAllOfTheirPrincipals() {
    granted.in("group:team-" + unique, "manager", workspace);

    ask("agency-admin", "member_read", sam, "group:team-" + unique).body("allowed", equalTo(true));
  }

  @Test
  void withoutAWorkspaceTheWholeFleetIsMeant() {
    granted.where(sam, "admin", "client=c-" + unique);

    given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .queryParam("principal", sam)
        .queryParam("action", "member_read")
        .get("/v1/access-check")
        .then()
        .statusCode(200)
        .body("allowed", equalTo(false));
  }

  @ParameterizedTest
  @CsvSource({
    "agency-auditor, 200",
    "agency-approver, 403",
    "agency-automation, 403",
    "some-group, 403"
  })
  void onlyWhoMayReadGrantsMayAskAboutOthers(String role, int status) {
    given()
        .header("Authorization", Tokens.bearer("x", role))
        .queryParam("principal", sam)
        .queryParam("action", "member_read")
        .queryParam("workspace_id", workspace.id().toString())
        .get("/v1/access-check")
        .then()
        .statusCode(status);
  }

  @Test
  void aQuestionThatCannotBeMeantIsRefused() {
    ask("agency-admin", "member_read", 422, "sam").body("errors.pointer", contains("principal"));
    ask("agency-admin", "member_read", 400).body("errors.pointer", contains("principal"));
    ask("agency-admin", "members.read", 400, sam)
        .body("errors.pointer", contains("action"))
        .body("detail", containsString("member_read"));
    given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .queryParam("principal", sam)
        .queryParam("action", "member_read")
        .queryParam("workspace_id", UUID.randomUUID().toString())
        .get("/v1/access-check")
        .then()
        .statusCode(404)
        .body("code", equalTo("WORKSPACE_NOT_FOUND"));
  }

  private ValidatableResponse check(String principal, String action) {
    return ask("agency-admin", action, principal);
  }

  private ValidatableResponse ask(String role, String action, String... principals) {
    return ask(role, action, 200, principals);
  }

  private ValidatableResponse ask(String role, String action, int status, String... principals) {
    return given()
        .header("Authorization", Tokens.bearer("ann", role))
        .queryParam("principal", (Object[]) principals)
        .queryParam("action", action)
        .queryParam("workspace_id", workspace.id().toString())
        .get("/v1/access-check")
        .then()
        .statusCode(status);
  }
}
