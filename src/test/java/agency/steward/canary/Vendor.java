package agency.steward.canary;

import static io.restassured.RestAssured.given;

import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;

/** What a client does on Instantly without Steward. */
final class Vendor {
  private Vendor() {}

  /** The value of the key of this name, as Instantly lists it. */
  static String valueOf(SandboxWorkspace workspace, String name) {
    return given()
        .baseUri(SandboxResource.url())
        .header("Authorization", "Bearer " + workspace.apiKey())
        .header("User-Agent", "a client")
        .get("/api/v2/api-keys?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.name == '%s' }.key".formatted(name));
  }

  /** The value of another key of a workspace, which may do everything. */
  static String anotherKey(SandboxWorkspace workspace) {
    return given()
        .baseUri(SandboxResource.url())
        .header("Authorization", "Bearer " + workspace.apiKey())
        .header("User-Agent", "a client")
        .contentType("application/json")
        .body("{\"name\":\"another\",\"scopes\":[\"all:all\"]}")
        .post("/api/v2/api-keys")
        .then()
        .statusCode(200)
        .extract()
        .path("key");
  }
}
