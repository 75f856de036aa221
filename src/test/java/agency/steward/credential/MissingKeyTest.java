package agency.steward.credential;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key that somebody has removed from custody, past Steward. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class MissingKeyTest {
  @Inject Custody custody;
  @Inject Registered registered;

  private SandboxWorkspace acme;
  private Workspace workspace;

  @BeforeEach
  void removeTheKey() {
    acme = SandboxControl.workspace();
    workspace = registered.workspace(acme.id(), acme.apiKey());
    custody.destroy(workspace.id());
  }

  @Test
  void aCallIntoItsWorkspaceSaysWhatToDo() {
    admin()
        .get("/v1/workspaces/{id}/members", workspace.id().toString())
        .then()
        .statusCode(409)
        .body("code", equalTo("WORKSPACE_CREDENTIAL_MISSING"))
        .body("detail", containsString("PUT /v1/workspaces/" + workspace.id() + "/credential"))
        .body("retryable", equalTo(false));
  }

  @Test
  void anAnswerOfTheFleetNamesTheWorkspace() {
    admin()
        .get("/v1/members?workspace_id=" + workspace.id())
        .then()
        .statusCode(200)
        .body("coverage.failed", equalTo(1))
        .body("coverage.failures[0].code", equalTo("WORKSPACE_CREDENTIAL_MISSING"));
  }

  @Test
  void aNewKeyMendsIt() {
    String path = "/v1/workspaces/" + workspace.id();
    admin()
        .post(path + "/verify")
        .then()
        .statusCode(200)
        .body("state", equalTo("credential_invalid"))
        .body("conditions[0].code", equalTo("WORKSPACE_CREDENTIAL_MISSING"));

    admin()
        .body("{\"mode\":\"own_key\",\"api_key\":\"" + acme.apiKey() + "\"}")
        .put(path + "/credential")
        .then()
        .statusCode(200)
        .body("state", equalTo("active"));
    admin().get(path + "/members").then().statusCode(200);
  }

  private static RequestSpecification admin() {
    return given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .contentType("application/json");
  }
}
