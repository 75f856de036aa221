package agency.steward.workspace;

import java.util.List;
import java.util.Set;

/** Which workspaces somebody may see. */
public sealed interface Visibility {

  /** The whole fleet. */
  record Everything() implements Visibility {}

  /** What the grants name: these ids, and whatever these selectors match now. */
  record Granted(Set<WorkspaceId> ids, List<Selector> selectors) implements Visibility {}

  default boolean includes(Workspace workspace) {
    return switch (this) {
      case Everything ignored -> true;
      case Granted granted ->
          granted.ids().contains(workspace.id())
              || granted.selectors().stream().anyMatch(s -> s.matches(workspace.labels()));
    };
  }
}
