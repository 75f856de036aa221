package agency.steward.group;

import agency.steward.link.Links;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which workspaces are asked for the links of a group: who is known to administer one, or has
 * others reached through it. Who is not known yet is asked once, and remembered.
 */
@ApplicationScoped
class AdminChoice {
  private final Links links;
  private final Workspaces workspaces;

  AdminChoice(Links links, Workspaces workspaces) {
    this.links = links;
    this.workspaces = workspaces;
  }

  /** As things are at this moment. */
  Predicate<Workspace> now() {
    Set<WorkspaceId> reachedThrough = workspaces.administrators();
    return workspace ->
        reachedThrough.contains(workspace.id()) || links.remembered(workspace).orElse(true);
  }
}
