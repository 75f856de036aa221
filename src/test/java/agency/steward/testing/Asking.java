package agency.steward.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.workspace.Workspace;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Steward's API as different callers ask it. */
public final class Asking {
  private Asking() {}

  public static RequestSpecification as(String subject, String... groups) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", Tokens.bearer(subject, groups))
        .contentType("application/json");
  }

  /** Each workspace is changed by somebody of its own, so that nobody's hourly budget runs out. */
  public static RequestSpecification admin(Workspace of) {
    return as("admin-of-" + of.id(), "agency-admin");
  }

  /** Of what lies in a workspace, such as {@code tags}. */
  public static String path(Workspace workspace, String below) {
    return "/v1/workspaces/" + workspace.id() + "/" + below;
  }

  /** The only row of the change set that an answer of a write names. */
  public static JsonPath row(Workspace of, Response answer) {
    String id = answer.getHeader("Steward-Change-Set");
    return admin(of)
        .get("/v1/change-sets/" + (id == null ? answer.path("change_set_id") : id) + "/changes")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("items[0]");
  }

  public static ValidatableResponse problem(Response answer, int status, String code) {
    return answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }
}
