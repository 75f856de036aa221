package agency.steward.group;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.fleet.WorkspaceRead;
import agency.steward.link.Links;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Links as they are shown: {@code steward.workspace_id} is Steward's id of the sub workspace, where
 * it is registered and the caller may see it.
 */
@ApplicationScoped
class GroupRows {
  private final Links links;
  private final Workspaces workspaces;
  private final Access access;

  GroupRows(Links links, Workspaces workspaces, Access access) {
    this.links = links;
    this.workspaces = workspaces;
    this.access = access;
  }

  /** What the caller of this request is shown of a workspace; may be read on any thread. */
  WorkspaceRead read() {
    Visibility visible = access.visible(Right.WORKSPACE_READ);
    return there -> marked(links.objects(there), visible);
  }

  /** The same of one link. */
  ObjectNode marked(ObjectNode link) {
    return marked(List.of(link), access.visible(Right.WORKSPACE_READ)).getFirst();
  }

  private List<ObjectNode> marked(List<ObjectNode> rows, Visibility visible) {
    if (rows.isEmpty()) {
      return rows;
    }
    Map<InstantlyWorkspaceId, Workspace> registered =
        workspaces.onInstantly(rows.stream().map(GroupRows::sub).distinct().toList()).stream()
            .filter(visible::includes)
            .collect(Collectors.toMap(Workspace::instantlyId, Function.identity()));
    for (ObjectNode row : rows) {
      Optional.ofNullable(registered.get(sub(row)))
          .ifPresent(sub -> row.putObject("steward").put("workspace_id", sub.id().toString()));
    }
    return rows;
  }

  private static InstantlyWorkspaceId sub(ObjectNode link) {
    return new InstantlyWorkspaceId(link.path("sub_workspace_id").asText(""));
  }
}
