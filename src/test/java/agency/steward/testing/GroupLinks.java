package agency.steward.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;

/** What admins of a group do on Instantly, without Steward. */
public final class GroupLinks {
  private static final String LINKS = "/api/v2/workspace-group-members";

  private GroupLinks() {}

  /** The id of the link, which is pending. */
  public static String invite(SandboxWorkspace admin, SandboxWorkspace sub) {
    return as(admin)
        .contentType("application/json")
        .body("{\"sub_workspace_id\":\"" + sub.id() + "\"}")
        .post(LINKS)
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** The id of the link, which is accepted. */
  public static String join(SandboxWorkspace admin, SandboxWorkspace sub) {
    String link = invite(admin, sub);
    SandboxControl.acceptLink(link);
    return link;
  }

  /** The admin removes the sub workspace. */
  public static void end(SandboxWorkspace admin, String linkId) {
    as(admin).delete(LINKS + "/" + linkId).then().statusCode(200);
  }

  private static RequestSpecification as(SandboxWorkspace workspace) {
    return given()
        .baseUri(SandboxResource.url())
        .header("Authorization", "Bearer " + workspace.apiKey())
        .header("User-Agent", "a client");
  }
}
