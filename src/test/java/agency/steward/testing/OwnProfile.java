package agency.steward.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.oneOf;

import java.util.UUID;

/** Makes profiles of the agency's own. */
public final class OwnProfile {
  private OwnProfile() {}

  /**
   * Puts one under a name that nobody else has.
   *
   * @param json with ' for "
   * @return its name
   */
  public static String of(String json) {
    String name = "own-" + UUID.randomUUID();
    put(name, json);
    return name;
  }

  public static void put(String name, String json) {
    given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .contentType("application/json")
        .body(json.replace('\'', '"'))
        .put("/v1/profiles/" + name)
        .then()
        .statusCode(oneOf(200, 201));
  }
}
