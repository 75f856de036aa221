package agency.steward.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The registry, as the rest of the house asks it. */
@ApplicationScoped
public class Workspaces {
  private final WorkspaceStore store;
  private final WorkspaceCache cache;
  private final CurrentWorkspaces current;
  private final Observations observations;
  private final Refresh refresh;

  Workspaces(
      WorkspaceStore store,
      WorkspaceCache cache,
      CurrentWorkspaces current,
      Observations observations,
      Refresh refresh) {
    this.store = store;
    this.cache = cache;
    this.current = current;
    this.observations = observations;
    this.refresh = refresh;
  }

  /** For calls into a workspace: at most a second old. */
  public Optional<Workspace> find(WorkspaceId id) {
    Optional<Workspace> found = cache.get(id, WorkspaceCache.FRESH).or(() -> findNow(id));
    found.ifPresent(it -> refresh.called(it.id()));
    return found;
  }

  /** As it stands in the database now. */
  public Optional<Workspace> findNow(WorkspaceId id) {
    return current.one(id);
  }

  /** Every visible workspace that the selector picks, whatever its state; for fan-outs. */
  public List<Workspace> matching(Visibility visible, Optional<Selector> selector) {
    var where = new Where().visible(visible);
    selector.ifPresent(where::matches);
    return current.matching(where);
  }

  /**
   * The visible ones that any of these words means: an id of Steward's, an external id or a name,
   * which more than one may have.
   */
  public List<Workspace> called(Visibility visible, Collection<String> names) {
    return current.matching(new Where().visible(visible).called(names));
  }

  /** One page of a listing, in the order of registration, as it stands in the database now. */
  public List<Workspace> page(WorkspaceFilter filter, Optional<WorkspaceId> after, int size) {
    return store.page(filter.where(after), size);
  }

  /** Those of these that exist. */
  public List<Workspace> named(Set<WorkspaceId> ids) {
    return current.matching(new Where().oneOf(ids));
  }

  /** Those of these workspaces of Instantly that are registered. */
  public List<Workspace> onInstantly(Collection<InstantlyWorkspaceId> ids) {
    return store.matching(new Where().onInstantly(ids));
  }

  /** Those that are reached through this one. */
  public List<Workspace> delegatedThrough(WorkspaceId admin) {
    var where = new Where();
    return store.matching(where.and("admin_workspace_id = " + where.bind(admin.value())));
  }

  /** Those through which any other one is reached. */
  public Set<WorkspaceId> administrators() {
    return store.administrators().stream()
        .map(WorkspaceId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many workspaces a filter lets through. */
  public long count(WorkspaceFilter filter) {
    return store.count(filter.where(Optional.empty()));
  }

  /**
   * Takes note of what a call has shown about a workspace; its state follows from it. Cheap where
   * nothing has changed: may be called after every call.
   *
   * @param condition its {@code checkedAt} is the moment of the look, its {@code since} is ignored
   */
  public void observe(WorkspaceId id, Condition condition) {
    observations.note(id, condition);
  }
}
