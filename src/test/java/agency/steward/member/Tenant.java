package agency.steward.member;

import agency.steward.testing.Asking;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.workspace.Workspace;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client workspace of the sandbox, registered with Steward. */
public record Tenant(SandboxWorkspace sandbox, Workspace workspace) {

  /**
   * @param people such as {@code ann admin} or {@code bob view pending}; they are at {@code
   *     x.example}
   */
  public static Tenant of(Registered registered, String... people) {
    SandboxWorkspace sandbox = SandboxControl.workspace(seed(people));
    return new Tenant(sandbox, registered.workspace(sandbox.id(), sandbox.apiKey()));
  }

  public static String seed(String... people) {
    return Stream.of(people)
        .map(Tenant::member)
        .collect(Collectors.joining(",", "{\"members\":[", "]}"));
  }

  private static String member(String person) {
    String[] words = person.split(" ");
    return "{\"email\":\"%s@x.example\",\"role\":\"%s\",\"accepted\":%s}"
        .formatted(words[0], words[1], words.length == 2);
  }

  public RequestSpecification admin() {
    return Asking.admin(workspace);
  }

  public String path() {
    return "/v1/workspaces/" + workspace.id() + "/members";
  }

  public String path(String person) {
    return path() + "/" + id(person);
  }

  public String id(String person) {
    return admin()
        .get(path() + "?email=" + person + "@x.example")
        .then()
        .extract()
        .path("items[0].id");
  }

  public String role(String person) {
    return admin()
        .get(path() + "?email=" + person + "@x.example")
        .then()
        .extract()
        .path("items[0].role");
  }

  public Response patch(String person, String body) {
    return admin().body(body).patch(path(person));
  }

  /** To somebody who is not there. */
  public Response patchNobody(String body) {
    return admin().body(body).patch(path() + "/nobody");
  }

  public Response remove(String person) {
    return admin().delete(path(person));
  }

  public Response invite(String body) {
    return admin().body(body).post(path());
  }

  /**
   * @param what such as {@code "hang":true}
   */
  public void behave(String method, String path, String what) {
    sandbox.behave(method, path, what);
  }

  /** From now on again as Instantly should. */
  public void behaveWell(String method, String path) {
    sandbox.behaveWell(method, path);
  }

  public List<SandboxCall> calls() {
    return sandbox.calls();
  }

  /** What reached Instantly and was no read. */
  public List<SandboxCall> writes() {
    return sandbox.writes();
  }

  /** Calls since there were so many. */
  public List<String> callsAfter(int before) {
    return calls().stream()
        .skip(before)
        .map(call -> call.method() + " " + call.path().replaceFirst("\\?.*", ""))
        .toList();
  }

  /** The only row of the change set that the answer names. */
  JsonPath row(Response answer) {
    return Asking.row(workspace, answer);
  }
}
