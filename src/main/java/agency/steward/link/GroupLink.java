package agency.steward.link;

import agency.steward.workspace.InstantlyWorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A sub-workspace as the group's admin workspace lists it (facts.md 4.2).
 *
 * @param id Instantly's id of the link
 * @param status {@code pending}, {@code accepted} or {@code rejected}; only accepted ones let calls
 *     through
 */
public record GroupLink(
    String id, InstantlyWorkspaceId sub, InstantlyWorkspaceId admin, String status) {

  public static GroupLink of(ObjectNode listed) {
    return new GroupLink(
        listed.path("id").asText(""),
        new InstantlyWorkspaceId(listed.path("sub_workspace_id").asText("")),
        new InstantlyWorkspaceId(listed.path("admin_workspace_id").asText("")),
        listed.path("status").asText("unknown"));
  }

  /** Whether calls may run through it: accepted, and a link of this very admin workspace. */
  public boolean leadsFrom(InstantlyWorkspaceId adminWorkspace) {
    return status.equals("accepted") && admin.equals(adminWorkspace) && !sub.value().isBlank();
  }

  /** Whether it makes this workspace the admin of a group, now or once it is accepted. */
  boolean makesAdmin(InstantlyWorkspaceId workspace) {
    return admin.equals(workspace) && !status.equals("rejected");
  }
}
