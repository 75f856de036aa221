package agency.steward.apikey;

import static io.restassured.RestAssured.given;

import agency.steward.testing.Asking;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.workspace.Workspace;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client workspace of the sandbox with some keys, registered with Steward. */
public record Tenant(SandboxWorkspace sandbox, Workspace workspace) {

  /**
   * @param keys such as {@code zapier campaigns:read,leads:all}; Steward's own is there as well
   */
  public static Tenant of(Registered registered, String... keys) {
    SandboxWorkspace sandbox = SandboxControl.workspace(seed(keys));
    return new Tenant(sandbox, registered.workspace(sandbox.id(), sandbox.apiKey()));
  }

  public static String seed(String... keys) {
    return Stream.of(keys)
        .map(key -> key.split(" "))
        .map(key ->
            "{\"name\":\"%s\",\"scopes\":[\"%s\"]}".formatted(key[0], key[1].replace(",", "\",\"")))
        .collect(Collectors.joining(",", "{\"api_keys\":[", "]}"));
  }

  public RequestSpecification admin() {
    return Asking.admin(workspace);
  }

  public String path() {
    return "/v1/workspaces/" + workspace.id() + "/api-keys";
  }

  public String path(String name) {
    return path() + "/" + id(name);
  }

  public JsonPath keys() {
    return admin().get(path()).then().statusCode(200).extract().jsonPath();
  }

  public String id(String name) {
    return keys().getString("items.find { it.name == '%s' }.id".formatted(name));
  }

  /** The one that Steward uses, as only the sandbox knows for certain. */
  public String ownId() {
    return onInstantly().getString("items.find { it.key == '%s' }.id".formatted(sandbox.apiKey()));
  }

  /** What Instantly itself lists, values included. */
  public JsonPath onInstantly() {
    return instantly(sandbox.apiKey()).get("/api/v2/api-keys?limit=100").jsonPath();
  }

  /** What a client does on Instantly without Steward; gives the id. */
  public String makeOnInstantly(String name, String scope) {
    return instantly(sandbox.apiKey())
        .body("{\"name\":\"%s\",\"scopes\":[\"%s\"]}".formatted(name, scope))
        .post("/api/v2/api-keys")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  public static RequestSpecification instantly(String key) {
    return given()
        .baseUri(SandboxResource.url())
        .header("Authorization", "Bearer " + key)
        .header("User-Agent", "a client")
        .contentType("application/json");
  }

  public Response make(String body) {
    return admin().body(body).post(path());
  }

  public Response make(String name, String profile) {
    return make("{\"name\":\"%s\",\"profile\":\"%s\"}".formatted(name, profile));
  }

  public Response revoke(String name) {
    return admin().delete(path(name));
  }

  /**
   * @param what such as {@code "hang":true}
   */
  public void behave(String method, String path, String what) {
    sandbox.behave(method, path, what);
  }

  public void behaveWell(String method, String path) {
    sandbox.behaveWell(method, path);
  }

  /** How the values of keys look in lists: full, masked or absent. */
  public void values(String how) {
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\",\"key_values\":\"%s\"}".formatted(sandbox.id(), how));
  }

  public List<SandboxCall> writes() {
    return sandbox.writes();
  }

  public static String unique(String name) {
    return name + "-" + UUID.randomUUID();
  }

  /** The only row of the change set that the answer names. */
  public JsonPath row(Response answer) {
    return Asking.row(workspace, answer);
  }
}
