package agency.steward.member.bulk;

import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Somebody in a workspace, as Instantly itself knows them. */
record Person(
    String id,
    String email,
    String role,
    boolean accepted,
    List<String> permissions,
    String nickname) {

  /** Everybody, by a key that Steward does not have. */
  static List<Person> of(SandboxWorkspace sandbox) {
    return instantly(sandbox)
        .get("/workspace-members?limit=100")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .<Map<String, Object>>getList("items")
        .stream()
        .map(Person::read)
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Person read(Map<String, Object> member) {
    Object permissions = member.get("permissions");
    return new Person(
        (String) member.get("id"),
        Objects.requireNonNull((String) member.get("email")),
        (String) member.get("role"),
        Boolean.TRUE.equals(member.get("accepted")),
        permissions == null ? List.of() : (List<String>) permissions,
        String.valueOf(member.get("nickname")));
  }

  /** Without what nobody can bring back. */
  String lasting() {
    return email + " " + role + " " + permissions.stream().sorted().toList() + " " + nickname;
  }

  static RequestSpecification instantly(SandboxWorkspace sandbox) {
    return RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(Integer.parseInt(SandboxResource.url().replaceFirst(".*:", "")))
        .basePath("/api/v2")
        .header("Authorization", "Bearer " + sandbox.apiKey());
  }

  /** In Instantly's app. */
  static Response send(SandboxWorkspace sandbox, String method, String path, String body) {
    RequestSpecification request = instantly(sandbox);
    return body.isEmpty()
        ? request.request(method, path)
        : request.contentType("application/json").body(body).request(method, path);
  }
}
