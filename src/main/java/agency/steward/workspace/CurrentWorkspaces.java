package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rows as they are in the database now, but transfers only those that have changed since this
 * replica last read them: a fan-out over thousands of workspaces would otherwise wait for all of
 * them before its first call.
 */
@ApplicationScoped
class CurrentWorkspaces {
  private final WorkspaceStore store;
  private final WorkspaceCache cache;

  CurrentWorkspaces(WorkspaceStore store, WorkspaceCache cache) {
    this.store = store;
    this.cache = cache;
  }

  Optional<Workspace> one(WorkspaceId id) {
    return matching(new Where().oneOf(Set.of(id))).stream().findFirst();
  }

  @Transactional
  List<Workspace> matching(Where where) {
    WorkspaceCache.Ticket ticket = cache.ticket();
    Map<WorkspaceId, Mark> marks = store.marks(where);
    Map<WorkspaceId, Workspace> known = known(marks);
    if (known.size() < marks.size()) {
      read(where, marks.keySet(), known);
    }
    List<Workspace> found =
        marks.keySet().stream().flatMap(id -> Optional.ofNullable(known.get(id)).stream()).toList();
    cache.put(found, marks, ticket);
    return found;
  }

  private Map<WorkspaceId, Workspace> known(Map<WorkspaceId, Mark> marks) {
    var known = new HashMap<WorkspaceId, Workspace>();
    marks.forEach((id, mark) -> cache.get(id, mark).ifPresent(same -> known.put(id, same)));
    return known;
  }

  /** Those that are missing, if they still match; all where most are. */
  private void read(Where where, Set<WorkspaceId> all, Map<WorkspaceId, Workspace> known) {
    boolean few = 2 * known.size() > all.size();
    if (few) {
      var missing = new HashSet<>(all);
      missing.removeAll(known.keySet());
      where.oneOf(missing);
    }
    store.matching(where).forEach(workspace -> known.put(workspace.id(), workspace));
  }
}
