package agency.steward.group.change;

import agency.steward.changeset.SharedGround;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Which registered workspaces Steward reaches through a link. */
@ApplicationScoped
class OwnLinks {
  static final String NAME = "workspace_name";
  static final String ID = "workspace_id";
  private static final String LEASE = "group:links";

  private final Workspaces workspaces;

  OwnLinks(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  SharedGround ground(ObjectNode link) {
    return new SharedGround(LEASE, (instantly, inDoubt) -> reachedThrough(link));
  }

  /**
   * Those of its sub workspace that are delegated. Which admin they go through is asked only where
   * the link tells its own: a workspace is in one group at most (facts.md 1.4).
   */
  List<ObjectNode> reachedThrough(ObjectNode link) {
    var sub = new InstantlyWorkspaceId(LinkObject.text(link, LinkObject.SUB));
    String admin = LinkObject.text(link, LinkObject.ADMIN);
    return workspaces.onInstantly(List.of(sub)).stream()
        .filter(workspace -> goesThrough(workspace, admin))
        .map(OwnLinks::named)
        .toList();
  }

  private boolean goesThrough(Workspace sub, String admin) {
    return sub.credential() instanceof Credential.Delegated way
        && (admin.isEmpty() || instantlyId(way.adminWorkspace()).equals(Optional.of(admin)));
  }

  private Optional<String> instantlyId(WorkspaceId admin) {
    return workspaces.findNow(admin).map(workspace -> workspace.instantlyId().value());
  }

  private static ObjectNode named(Workspace workspace) {
    return JsonNodeFactory.instance
        .objectNode()
        .put(ID, workspace.id().toString())
        .put(NAME, workspace.name());
  }
}
