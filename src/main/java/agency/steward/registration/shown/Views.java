package agency.steward.registration.shown;

import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes views; the admin workspaces of delegated ones are looked up together. */
@ApplicationScoped
public class Views {
  private final Workspaces workspaces;

  Views(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  public WorkspaceView of(Workspace workspace) {
    return of(List.of(workspace)).getFirst();
  }

  public List<WorkspaceView> of(List<Workspace> found) {
    Map<WorkspaceId, Workspace> admins = admins(found);
    return found.stream()
        .map(workspace -> WorkspaceView.of(workspace, admin(workspace).map(admins::get)))
        .toList();
  }

  private Map<WorkspaceId, Workspace> admins(List<Workspace> found) {
    Set<WorkspaceId> ids =
        found.stream().flatMap(workspace -> admin(workspace).stream()).collect(Collectors.toSet());
    return ids.isEmpty()
        ? Map.of()
        : workspaces.named(ids).stream()
            .collect(Collectors.toMap(Workspace::id, Function.identity()));
  }

  private static Optional<WorkspaceId> admin(Workspace workspace) {
    return workspace.credential() instanceof Credential.Delegated delegated
        ? Optional.of(delegated.adminWorkspace())
        : Optional.empty();
  }
}
