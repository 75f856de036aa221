package agency.steward.credential.vault;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import agency.steward.problem.ProblemException;
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
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that are made through the API for somebody who fetches them from Vault. */
@QuarkusTest
@TestProfile(VaultStore.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class DeliveryOverHttpTest {
  @Inject Registered registered;

  private FakeVault vault;
  private SandboxWorkspace sandbox;
  private Workspace workspace;

  @BeforeEach
  void aWorkspaceWhoseOwnKeyIsInVault() {
    vault = VaultStore.start();
    sandbox = SandboxControl.workspace();
    workspace =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .ignoreExceptionsInstanceOf(ProblemException.class)
            .until(() -> registered.workspace(sandbox.id(), sandbox.apiKey()), any -> true);
  }

  @AfterEach
  void close() {
    vault.close();
  }

  private Response make() {
    return as(Tokens.bearer("ann-" + workspace.id(), "agency-admin"))
        .body("{\"name\":\"n8n\",\"profile\":\"analytics\",\"deliver_to\":\"vault\"}")
        .post("/v1/workspaces/" + workspace.id() + "/api-keys");
  }

  private static RequestSpecification as(String authorization) {
    return given().header("Authorization", authorization).contentType("application/json");
  }

  private JsonPath onInstantly() {
    return as("Bearer " + sandbox.apiKey())
        .baseUri(SandboxResource.url())
        .header("User-Agent", "a client")
        .get("/api/v2/api-keys")
        .jsonPath();
  }

  @Test
  void theValueIsInVaultWhenTheAnswerComes() {
    Response answer = make();

    String below = "steward/delivered/" + workspace.id() + "/" + answer.path("id");
    answer
        .then()
        .statusCode(201)
        .body("key", nullValue())
        .body("vault_path", equalTo("secret/" + below));
    String value = onInstantly().getString("items.find { it.name == 'n8n' }.key");
    assertThat(vault.kv.read(below, 1).body().toString()).contains("{api_key=" + value + "}");
    assertThat(answer.asString()).doesNotContain(value);
  }

  @Test
  void whileVaultIsAwayNoKeyIsMade() {
    vault.has(Trouble.SEALED);

    make().then().statusCode(503).body("code", equalTo("CUSTODY_UNAVAILABLE"));

    assertThat(onInstantly().getList("items.name")).doesNotContain("n8n");
  }

  @Test
  void aKeyThatVaultDoesNotTakeIsRevokedAgain() {
    vault.has(
        exchange -> !exchange.getRequestMethod().equals("GET") && Trouble.SEALED.answers(exchange));

    make()
        .then()
        .statusCode(503)
        .body("code", equalTo("CUSTODY_UNAVAILABLE"))
        .body("detail", containsString("revoked again"));

    assertThat(SandboxControl.journal(sandbox.id()))
        .extracting(call -> call.method())
        .contains("POST", "DELETE");
    assertThat(onInstantly().getList("items.name")).doesNotContain("n8n");
  }

  @Test
  void aPolicyThatDoesNotAllowItIsFoundBeforeAKeyIsMade() {
    vault.has(exchange ->
        exchange.getRequestURI().getPath().contains("delivered")
            && Trouble.says(403, Map.of("errors", new String[] {"permission denied"}))
                .answers(exchange));

    make().then().statusCode(503).body("detail", containsString("docs/vault.md"));
    assertThat(SandboxControl.journal(sandbox.id())).allMatch(call -> call.method().equals("GET"));
  }
}
