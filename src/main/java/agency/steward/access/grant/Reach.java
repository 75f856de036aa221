package agency.steward.access.grant;

import agency.steward.workspace.Selector;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.WorkspaceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a grant holds. */
public sealed interface Reach {

  /** In these workspaces. */
  record Named(Set<WorkspaceId> workspaces) implements Reach {
    public Named {
      workspaces = Set.copyOf(workspaces);
    }
  }

  /** In whatever carries these labels at the moment of asking. */
  record Selected(Selector selector) implements Reach {}

  /** All of them together. */
  static Visibility union(Collection<Reach> all) {
    var ids = new HashSet<WorkspaceId>();
    all.forEach(reach -> {
      if (reach instanceof Named named) {
        ids.addAll(named.workspaces());
      }
    });
    List<Selector> selectors =
        all.stream()
            .filter(Selected.class::isInstance)
            .map(reach -> ((Selected) reach).selector())
            .distinct()
            .toList();
    return new Visibility.Granted(Set.copyOf(ids), selectors);
  }
}
