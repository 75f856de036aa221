package agency.steward.registration;

import static io.restassured.RestAssured.given;

import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import java.util.List;
import java.util.stream.Collectors;

/** What a client does on Instantly, without Steward: keys. */
final class Vendor {
  private static final String API = "/api/v2";

  private Vendor() {}

  /** Value and id of a new key. */
  record Key(String id, String value) {}

  static Key key(SandboxWorkspace workspace, String... scopes) {
    String list =
        List.of(scopes).stream().map(s -> "\"" + s + "\"").collect(Collectors.joining(","));
    var made =
        as(workspace)
            .contentType("application/json")
            .body("{\"name\":\"another\",\"scopes\":[" + list + "]}")
            .post(API + "/api-keys")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return new Key(made.getString("id"), made.getString("key"));
  }

  static List<String> keyIds(SandboxWorkspace workspace) {
    return as(workspace)
        .get(API + "/api-keys?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.id");
  }

  static void revokeKey(SandboxWorkspace workspace, String keyId) {
    as(workspace).delete(API + "/api-keys/" + keyId).then().statusCode(200);
  }

  /** The one key of a workspace that has no other. */
  static void revokeAllKeys(SandboxWorkspace workspace) {
    keyIds(workspace).forEach(id -> revokeKey(workspace, id));
  }

  private static io.restassured.specification.RequestSpecification as(SandboxWorkspace workspace) {
    return given()
        .baseUri(SandboxResource.url())
        .header("Authorization", "Bearer " + workspace.apiKey())
        .header("User-Agent", "a client");
  }
}
