package agency.steward.tag;

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

/** A client workspace of the sandbox with tags, accounts and campaigns. */
public record Shop(SandboxWorkspace sandbox, Workspace workspace) {
  /**
   * VIP and West are tags; Spring is live and sends by VIP, Autumn is paused and does so too; ann
   * carries VIP, bob West, cyd nothing; Spring itself carries West.
   */
  public static final String SEED =
      """
      {"tags":["VIP","West","Spare"],
       "campaigns":[{"name":"Spring","status":1,"email_tag_list":["VIP"],"tags":["West"]},
         {"name":"Autumn","status":2,"email_tag_list":["VIP"],"tags":["VIP"]},
         {"name":"Plain","status":1}],
       "accounts":[{"email":"ann@x.example","tags":["VIP"]},{"email":"bob@x.example","tags":["West"]},
         {"email":"cyd@x.example"}]}
      """;

  public static Shop of(Registered registered) {
    return of(registered, SEED);
  }

  public static Shop of(Registered registered, String seed) {
    SandboxWorkspace sandbox = SandboxControl.workspace(seed);
    return new Shop(sandbox, registered.workspace(sandbox.id(), sandbox.apiKey()));
  }

  public RequestSpecification admin() {
    return Asking.admin(workspace);
  }

  public String path(String below) {
    return "/v1/workspaces/" + workspace.id() + "/" + below;
  }

  public Response create(String body) {
    return admin().body(body).post(path("tags"));
  }

  public Response assign(String body) {
    return admin().body(body).post(path("tags/assign"));
  }

  /**
   * @param accounts such as {@code "ann@x.example","bob@x.example"}
   */
  public Response tag(String label, String accounts, boolean assign, String more) {
    return assign(
        "{\"labels\":[\"%s\"],\"resource_type\":\"account\",\"resource_ids\":[%s],\"assign\":%s%s}"
            .formatted(label, accounts, assign, more));
  }

  public String tagId(String label) {
    return admin()
        .get(path("tags?page_size=1000"))
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.label == '%s' }?.id".formatted(label));
  }

  public String campaignId(String name) {
    return admin()
        .get(path("campaigns"))
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.name == '%s' }.id".formatted(name));
  }

  public List<String> list(String below, String field) {
    return admin().get(path(below)).then().statusCode(200).extract().path("items." + field);
  }

  /** Ids of the tags that something carries, straight from Instantly's mappings. */
  public List<String> carriedBy(String resource) {
    return list("tag-mappings?resource_ids=" + resource, "tag_id");
  }

  /**
   * @param what such as {@code "hang":true}
   */
  public void behave(String method, String path, String what) {
    sandbox.behave(method, path, what);
  }

  public List<SandboxCall> calls() {
    return sandbox.calls();
  }

  /** What reached Instantly and was no read. */
  public List<SandboxCall> writes() {
    return sandbox.writes();
  }

  /** The only row of the change set that the answer names. */
  public JsonPath row(Response answer) {
    return Asking.row(workspace, answer);
  }
}
