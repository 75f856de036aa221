package agency.steward.instantly;

import static io.restassured.RestAssured.given;

import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.Tokens;
import agency.steward.workspace.Workspace;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A few workspaces of the sandbox that only one test uses, registered under a label of theirs. */
record Batch(String name, List<Workspace> workspaces) {

  static Batch of(Registered registered, int workspaces, int members) {
    String name = "b" + UUID.randomUUID().toString().substring(0, 8);
    var all = new ArrayList<Workspace>();
    for (SandboxWorkspace one : SandboxControl.fleet(workspaces, members, name)) {
      all.add(registered.workspace(one.id(), one.apiKey(), Map.of("batch", name)));
    }
    return new Batch(name, all);
  }

  Workspace get(int index) {
    return workspaces.get(index);
  }

  String instantlyId(int index) {
    return get(index).instantlyId().value();
  }

  /** A rule for one of them, such as {@code "hang":true}. */
  void behave(int index, String rule) {
    SandboxControl.behaviour("{\"workspace_id\":\"%s\",%s}".formatted(instantlyId(index), rule));
  }

  String selector() {
    return "batch=" + name;
  }

  JsonPath members(String deadline) {
    return members(deadline, selector());
  }

  static JsonPath members(String deadline, String selector) {
    return given()
        .header("Authorization", Tokens.bearer("ann", "agency-admin"))
        .queryParam("selector", selector)
        .queryParam("deadline", deadline)
        .get("/v1/members")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
