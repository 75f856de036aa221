package agency.steward.group;

import agency.steward.testing.Asking;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.workspace.Workspace;
import io.restassured.response.Response;
import java.util.List;

/** An agency's own workspace, registered with its key, and a client's that is not. */
public record Group(SandboxWorkspace agency, Workspace admin, SandboxWorkspace sub) {
  static final String LINKS = "group-members";

  public static Group of(Registered registered) {
    SandboxWorkspace agency = SandboxControl.workspace("{\"name\":\"Agency\"}");
    return new Group(
        agency,
        registered.workspace(agency.id(), agency.apiKey()),
        SandboxControl.workspace("{\"name\":\"Sub\"}"));
  }

  public String join() {
    return GroupLinks.join(agency, sub);
  }

  public String path() {
    return Asking.path(admin, LINKS);
  }

  public String path(String link) {
    return path() + "/" + link;
  }

  public Response invite(String body) {
    return Asking.admin(admin).body(body).post(path());
  }

  public Response inviteSub() {
    return invite("{\"sub_workspace_id\":\"" + sub.id() + "\"}");
  }

  public Response get(String path) {
    return Asking.admin(admin).get(path);
  }

  public Response delete(String path) {
    return Asking.admin(admin).delete(path);
  }

  /** What reached Instantly and was no read. */
  public List<SandboxCall> writes() {
    return agency.writes();
  }
}
