package agency.steward.inspection;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whose entries the caller may see. */
@ApplicationScoped
class Sight {
  private final Access access;
  private final Workspaces workspaces;

  Sight(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  /**
   * The workspaces whose entries may be seen, those forgotten since included where a grant names
   * them; empty for the whole ledger. Throws {@code FORBIDDEN} for who may see none at all.
   */
  Optional<Set<WorkspaceId>> ofTheCaller() {
    return switch (access.somewhere(Right.LEDGER_READ)) {
      case Visibility.Everything ignored -> Optional.empty();
      case Visibility.Granted granted -> Optional.of(ids(granted));
    };
  }

  private Set<WorkspaceId> ids(Visibility.Granted granted) {
    var ids = new HashSet<>(granted.ids());
    if (!granted.selectors().isEmpty()) {
      workspaces.matching(granted, Optional.empty()).stream().map(Workspace::id).forEach(ids::add);
    }
    return ids;
  }
}
