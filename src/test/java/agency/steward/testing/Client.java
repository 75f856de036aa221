package agency.steward.testing;

import agency.steward.workspace.Workspace;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** A client's workspace in the sandbox, registered with Steward, as tests over HTTP use it. */
public record Client(SandboxWorkspace sandbox, Workspace workspace) {

  /**
   * @param seed as {@code POST /_sandbox/workspaces} takes it
   */
  public static Client of(Registered registered, String seed) {
    SandboxWorkspace sandbox = SandboxControl.workspace(seed);
    return new Client(sandbox, registered.workspace(sandbox.id(), sandbox.apiKey()));
  }

  /** The same, reached through the admin workspace of a group. */
  public static Client delegated(Registered registered, String seed) {
    SandboxWorkspace client = SandboxControl.workspace(seed);
    SandboxWorkspace agency =
        SandboxControl.workspace("{\"group_admin_of\":[\"%s\"]}".formatted(client.id()));
    Workspace admin = registered.workspace(agency.id(), agency.apiKey());
    return new Client(client, registered.delegated(client.id(), admin));
  }

  /** Whose key has only these scopes. */
  public static Client withScopes(Registered registered, String scopes) {
    var seeded =
        SandboxControl.seeded(
            "{\"api_keys\":[{\"name\":\"narrow\",\"scopes\":[%s]}]}".formatted(scopes));
    var sandbox =
        new SandboxWorkspace(
            seeded.get("workspace_id").textValue(), seeded.at("/api_keys/0/key").textValue());
    return new Client(sandbox, registered.workspace(sandbox.id(), sandbox.apiKey()));
  }

  /** Somebody of its own, so that nobody's hourly budget runs out. */
  public RequestSpecification admin() {
    return Asking.admin(workspace);
  }

  public String id() {
    return workspace.id().toString();
  }

  /** Of what is inside it. */
  public String path(String what) {
    return Asking.path(workspace, what);
  }

  public Response get(String what) {
    return admin().get(path(what));
  }

  /**
   * @param what such as {@code "hang":true}
   */
  public void behave(String method, String path, String what) {
    sandbox.behave(method, path, what);
  }

  /** Its calls at Instantly, such as {@code GET /webhooks}, with what was asked. */
  public List<String> calls() {
    return SandboxControl.journal(sandbox.id()).stream()
        .map(call -> call.method() + " " + call.path().replace("/api/v2", ""))
        .toList();
  }

  /** What reached Instantly and was no read. */
  public List<String> writes() {
    return calls().stream().filter(call -> !call.startsWith("GET ")).toList();
  }
}
