package agency.steward.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.testing.Operations;
import agency.steward.testing.Operations.Operation;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.Tokens;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation there is, asked by those who may the least. An operation that is new is in here
 * by itself: it has to ask for access before it looks at anything else.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(SandboxResource.class)
@QuarkusTestResource(TokensResource.class)
class EveryOperationTest {
  /** What everybody who is known may read: nothing of it belongs to a workspace. */
  private static final Set<String> OPEN =
      Set.of("/v1/me", "/v1/profiles", "/v1/profiles/{name}", "/v1/guard-policy");

  @Inject Registered registered;

  static List<Operation> operations() {
    return Operations.all();
  }

  @Test
  void thereAreOperations() {
    assertThat(operations())
        .extracting(Operation::toString)
        .contains("GET /v1/me", "POST /v1/grants", "DELETE /v1/grants/{grant_id}");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoIsNobodyIsTurnedAway(Operation operation) {
    String path = operation.in(UUID.randomUUID().toString(), UUID.randomUUID().toString());
    assertThat(given().request(operation.verb(), path).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void whoHoldsNothingGetsNothing(Operation operation) {
    Response answer = ask(operation, workspace(), Tokens.bearer("nobody-" + UUID.randomUUID()));

    if (operation.isRead() && answer.statusCode() == 200) {
      if (!OPEN.contains(operation.path())) {
        assertThat(answer.jsonPath().getList("items")).as(answer.asString()).isNotNull().isEmpty();
      }
    } else {
      assertThat(answer.statusCode()).as(answer.asString()).isIn(403, 404);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void aParameterThatDoesNotExistIsNoneAnywhere(Operation operation) {
    Response answer =
        ask(
            operation,
            workspace(),
            Tokens.bearer("ann", "agency-admin"),
            Map.of("no_such_parameter", "1"));

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("code")).isEqualTo("UNKNOWN_PARAMETER");
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anAuditorReadsEverythingAndChangesNothing(Operation operation) {
    Response answer = ask(operation, workspace(), Tokens.bearer("aud", "agency-auditor"));

    if (operation.isRead()) {
      assertThat(answer.statusCode()).as(answer.asString()).isNotIn(401, 403, 405, 500);
    } else {
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void automationDeletesNothing(Operation operation) {
    if (operation.verb().equals("DELETE")) {
      Response answer = ask(operation, workspace(), Tokens.bearer("bot", "agency-automation"));
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
    }
  }

  private String workspace() {
    return registered.onPaper("operation-" + UUID.randomUUID(), Map.of()).id().toString();
  }

  private static Response ask(Operation operation, String workspace, String bearer) {
    return ask(operation, workspace, bearer, Map.of());
  }

  private static Response ask(
      Operation operation, String workspace, String bearer, Map<String, String> query) {
    var request = given().header("Authorization", bearer).queryParams(query);
    if (!operation.isRead() && !operation.verb().equals("DELETE")) {
      request.contentType("application/json");
    }
    if (operation.takesBody()) {
      request.body("{}");
    }
    if (operation.isOverTheFleet()) {
      request.queryParam("workspace_id", workspace);
    }
    return request.request(operation.verb(), operation.in(workspace, UUID.randomUUID().toString()));
  }
}
