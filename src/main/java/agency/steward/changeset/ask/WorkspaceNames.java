package agency.steward.changeset.ask;

import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a workspace by its id, its external id or its name, where only one is called so. */
final class WorkspaceNames {
  private final Map<String, Workspace> byId = new HashMap<>();
  private final Map<String, Set<Workspace>> byName = new HashMap<>();

  /**
   * @param meant those that anybody could mean
   */
  WorkspaceNames(Collection<Workspace> meant) {
    for (Workspace workspace : meant) {
      byId.put(workspace.id().toString(), workspace);
      called(workspace.name(), workspace);
      workspace.externalId().ifPresent(id -> called(id, workspace));
    }
  }

  private void called(String name, Workspace workspace) {
    byName.computeIfAbsent(name, none -> new LinkedHashSet<>()).add(workspace);
  }

  /** Empty, and a fault, where there is none or more than one. */
  Optional<Workspace> find(String name, String where, Faults faults) {
    Workspace known = byId.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    Set<Workspace> called = byName.getOrDefault(name, Set.of());
    if (called.size() > 1) {
      faults.add(
          ProblemCode.AMBIGUOUS_WORKSPACE,
          where,
          called.size() + " workspaces are called this; use the id or the external_id");
    } else if (called.isEmpty()) {
      faults.add(where, "There is no such workspace, or it is outside your grants");
    }
    return called.size() == 1 ? called.stream().findFirst() : Optional.empty();
  }
}
