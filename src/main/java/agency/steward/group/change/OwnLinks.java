package agency.steward.group.change;

import agency.steward.changeset.SharedGround;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which registered workspaces Steward reaches through links; links in use carry it as a mark. */
@ApplicationScoped
class OwnLinks {
  static final String MARK = "steward";
  static final String NAME = "workspace_name";
  static final String ID = "workspace_id";
  private static final String REACHES = "reaches";
  private static final String LEASE = "group:links";

  private final Workspaces workspaces;

  OwnLinks(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** What the guard wants to see: the link itself, as it is used now. */
  SharedGround ground(ObjectNode link) {
    return new SharedGround(LEASE, (instantly, inDoubt) -> List.of(marked(link)));
  }

  ObjectNode marked(ObjectNode link) {
    return marked(List.of(link)).getFirst();
  }

  /** The same links, each with the delegated workspaces of its sub workspace. */
  List<ObjectNode> marked(List<ObjectNode> links) {
    List<Workspace> delegated =
        workspaces.onInstantly(links.stream().map(OwnLinks::sub).distinct().toList()).stream()
            .filter(Workspace::isDelegated)
            .toList();
    Map<WorkspaceId, String> admins = admins(delegated);
    return links.stream().map(link -> marked(link, delegated, admins)).toList();
  }

  private Map<WorkspaceId, String> admins(List<Workspace> delegated) {
    return workspaces
        .named(delegated.stream().map(OwnLinks::way).collect(Collectors.toSet()))
        .stream()
        .collect(Collectors.toMap(Workspace::id, admin -> admin.instantlyId().value()));
  }

  private static ObjectNode marked(
      ObjectNode link, List<Workspace> delegated, Map<WorkspaceId, String> admins) {
    ObjectNode marked = link.deepCopy();
    marked.remove(MARK);
    delegated.stream()
        .filter(workspace -> workspace.instantlyId().equals(sub(link)))
        .filter(workspace -> goesThrough(workspace, link, admins))
        .forEach(workspace ->
            marked
                .withObject("/" + MARK)
                .withArray(REACHES)
                .addObject()
                .put(ID, workspace.id().toString())
                .put(NAME, workspace.name()));
    return marked;
  }

  /**
   * Which admin it goes through is asked only where the link tells its own: a workspace is in one
   * group at most (facts.md 1.4).
   */
  private static boolean goesThrough(
      Workspace sub, ObjectNode link, Map<WorkspaceId, String> admins) {
    String admin = LinkObject.text(link, LinkObject.ADMIN);
    return admin.isEmpty() || admin.equals(admins.get(way(sub)));
  }

  private static WorkspaceId way(Workspace workspace) {
    return ((Credential.Delegated) workspace.credential()).adminWorkspace();
  }

  private static InstantlyWorkspaceId sub(ObjectNode link) {
    return new InstantlyWorkspaceId(LinkObject.text(link, LinkObject.SUB));
  }

  /** Names of the workspaces that a marked link leads to. */
  static List<String> reached(ObjectNode marked) {
    return marked
        .path(MARK)
        .path(REACHES)
        .valueStream()
        .map(reached -> "%s (%s)".formatted(reached.path(NAME).asText(), reached.path(ID).asText()))
        .toList();
  }
}
