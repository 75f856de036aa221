package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.testing.Granted;
import agency.steward.testing.OwnProfile;
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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two steps that would each be harmless. Escalation through profiles of the agency's own is in
 * {@code OwnProfileCeilingTest}, through a group in {@code GroupCeilingTest}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class TwoStepEscalationTest {
  private static final String BOT = "agency-automation";

  private final String unique = UUID.randomUUID().toString();
  private final String sam = "sam-" + unique;
  private final String client = "c-" + unique;

  @Inject Registered registered;
  @Inject Granted granted;

  /** Label the workspace next door, and the own selector grant would pick it. */
  @ParameterizedTest
  @ValueSource(strings = {"", "agency-automation", "agency-approver", "agency-auditor"})
  void whoHoldsASelectorGrantCannotLabelMoreWorkspacesIntoIt(String group) {
    Workspace own = workspace(Map.of("client", client));
    Workspace wanted = workspace(Map.of());
    granted.where("sub:" + sam, "admin", "client=" + client);
    granted.in("sub:" + sam, "admin", wanted);
    String[] groups = group.isEmpty() ? new String[0] : new String[] {group};
    String labels = "{\"labels\":{\"client\":\"%s\"}}".formatted(client);

    as(sam, groups).body(labels).patch("/v1/workspaces/" + wanted.id()).then().statusCode(403);
    as(sam, groups).body(labels).patch("/v1/workspaces/" + own.id()).then().statusCode(403);
    as(sam, groups)
        .body(
            "{\"workspace_ids\":[\"%s\"],\"set\":{\"client\":\"%s\"}}"
                .formatted(wanted.id(), client))
        .post("/v1/workspaces/labels")
        .then()
        .statusCode(403);

    as("ann", "agency-admin")
        .get("/v1/workspaces/" + wanted.id())
        .then()
        .body("labels", equalTo(Map.of()));
  }

  /** A machine may label what it registers, but not into a grant that it holds itself. */
  @Test
  void aMachineCannotRegisterAWorkspaceIntoAGrantOfItsOwn() {
    granted.where("sub:" + sam, "admin", "client=" + client);
    SandboxWorkspace fresh = SandboxControl.workspace();

    register(fresh, client)
        .statusCode(403)
        .body("code", equalTo("PRIVILEGE_CEILING"))
        .body("errors.pointer", contains("/labels"));
    register(fresh, "other-" + unique).statusCode(201);
  }

  @Test
  void aMachineCannotImportAGroupIntoAGrantOfItsOwn() {
    granted.where("sub:" + sam, "admin", "client=" + client);
    SandboxWorkspace sub = SandboxControl.workspace();
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(sub.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    String path = "/v1/workspaces/" + admin.id() + "/import-group";

    as(sam, BOT)
        .body("{\"labels\":{\"client\":\"%s\"}}".formatted(client))
        .post(path)
        .then()
        .statusCode(403)
        .body("code", equalTo("PRIVILEGE_CEILING"));
    as(sam, BOT).body("{}").post(path).then().statusCode(200);
  }

  @Test
  void itMayRegisterForOthersWhatTheyAreGranted() {
    granted.where("group:team-" + unique, "viewer", "client=" + client);
    String id = register(SandboxControl.workspace(), client).statusCode(201).extract().path("id");

    as("bob", "team-" + unique).get("/v1/workspaces/" + id).then().statusCode(200);
    as(sam).get("/v1/workspaces/" + id).then().statusCode(404);
  }

  /** Write a profile with more rights, and the grant one holds of it would give them. */
  @Test
  void whoHoldsAProfileCannotRewriteIt() {
    String name = OwnProfile.of("{'instantly_role':'view','rights':{'members':['view']}}");
    granted.in("sub:" + sam, name, workspace(Map.of()));
    String mightier =
        "{\"instantly_role\":\"admin\",\"rights\":{\"members\":[\"view\",\"create\"]}}";

    as(sam).body(mightier).put("/v1/profiles/" + name).then().statusCode(403);
    as(sam, BOT).body(mightier).put("/v1/profiles/" + name).then().statusCode(403);
    as(sam)
        .body("{\"principal\":\"sub:" + sam + "\",\"profile\":\"admin\",\"selector\":\"a=b\"}")
        .post("/v1/grants")
        .then()
        .statusCode(403);
  }

  /**
   * Have the issuer make a group whose name is somebody's address, or a fleet role's look-alike.
   */
  @Test
  void aGroupNamedLikeAnAddressOrWithAPrefixIsNobodyElse() {
    Workspace workspace = workspace(Map.of());
    granted.in("email:ann-" + unique + "@agency.example", "admin", workspace);
    granted.in("sub:ann-" + unique, "admin", workspace);
    granted.in("group:leads-" + unique, "admin", workspace);
    String path = "/v1/workspaces/" + workspace.id();

    for (String group :
        new String[] {
          "ann-" + unique + "@agency.example",
          "email:ann-" + unique + "@agency.example",
          "sub:ann-" + unique,
          "group:leads-" + unique,
          "Agency-Admin",
          "agency-admin ",
          "AGENCY_ADMIN"
        }) {
      as("eve", group).get(path).then().statusCode(404);
    }
    given()
        .header(
            "Authorization", Tokens.withUnverifiedEmail("eve", "ann-" + unique + "@agency.example"))
        .get(path)
        .then()
        .statusCode(404);
    as("eve", "leads-" + unique).get(path).then().statusCode(200);
  }

  private ValidatableResponse register(SandboxWorkspace fresh, String label) {
    return as(sam, BOT)
        .body(
            """
            {"credential":{"mode":"own_key","api_key":"%s"},"labels":{"client":"%s"}}\
            """
                .formatted(fresh.apiKey(), label))
        .post("/v1/workspaces")
        .then();
  }

  private Workspace workspace(Map<String, String> labels) {
    return registered.onPaper("steps-" + UUID.randomUUID(), labels);
  }

  private static RequestSpecification as(String subject, String... groups) {
    return given()
        .header("Authorization", Tokens.bearer(subject, groups))
        .contentType("application/json");
  }
}
