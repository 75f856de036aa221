package agency.steward.registration.look;

import agency.steward.workspace.InstantlyWorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A sub-workspace as the group's admin workspace lists it (facts.md 4.2).
 *
 * @param status {@code pending}, {@code accepted} or {@code rejected}; only accepted ones count
 */
public record GroupLink(InstantlyWorkspaceId sub, InstantlyWorkspaceId admin, String status) {

  static GroupLink of(ObjectNode listed) {
    return new GroupLink(
        new InstantlyWorkspaceId(listed.path("sub_workspace_id").asText("")),
        new InstantlyWorkspaceId(listed.path("admin_workspace_id").asText("")),
        listed.path("status").asText("unknown"));
  }

  /** Whether calls may run through it: accepted, and a link of this very admin workspace. */
  public boolean leadsFrom(InstantlyWorkspaceId adminWorkspace) {
    return status.equals("accepted") && admin.equals(adminWorkspace) && !sub.value().isBlank();
  }
}
