package agency.steward.changeset.show;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetFilter;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.Summary;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.web.PageRequest;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows change sets to who may see all workspaces that they touch (contract 5). */
@ApplicationScoped
class ChangeSets {
  private final Access access;
  private final Workspaces workspaces;
  private final ChangeSetStore store;
  private final ChangeStore rows;

  ChangeSets(Access access, Workspaces workspaces, ChangeSetStore store, ChangeStore rows) {
    this.access = access;
    this.workspaces = workspaces;
    this.store = store;
    this.rows = rows;
  }

  /** Throws {@code NOT_FOUND} for what does not exist and for what is not for these eyes. */
  ChangeSet visible(String id) {
    return ChangeSetId.parse(id)
        .filter(this::isVisible)
        .flatMap(store::find)
        .orElseThrow(ChangeSets::unknown);
  }

  private boolean isVisible(ChangeSetId id) {
    return switch (access.visible(Right.CHANGE_SET_READ)) {
      case Visibility.Everything ignored -> true;
      case Visibility.Granted granted -> {
        Set<WorkspaceId> touched = store.workspaces(id);
        yield !touched.isEmpty()
            && touched.stream()
                .allMatch(each -> workspaces.find(each).filter(granted::includes).isPresent());
      }
    };
  }

  ChangeSetView view(ChangeSet set) {
    return views(List.of(set)).getFirst();
  }

  private List<ChangeSetView> views(List<ChangeSet> all) {
    var summaries = store.summaries(all.stream().map(ChangeSet::id).toList());
    return all.stream()
        .map(set -> ChangeSetView.of(set, summaries.getOrDefault(set.id(), Summary.EMPTY)))
        .toList();
  }

  /** Newest first. */
  List<ChangeSetView> page(Asked asked, Optional<ChangeSetId> after, int size) {
    return views(
        store.page(
            new ChangeSetFilter(
                visibleWorkspaces(),
                asked.state(),
                asked.kind(),
                asked.createdBy(),
                asked.workspace()),
            after,
            size));
  }

  /** One more than the page, where there are more. */
  List<RecordedChange> changes(
      ChangeSet set, Optional<Result> result, Optional<WorkspaceId> workspace, PageRequest asked) {
    int after = asked.after().map(Integer::valueOf).orElse(0);
    return rows.changes(set.id(), result, workspace, after, asked.size() + 1);
  }

  private Optional<Set<WorkspaceId>> visibleWorkspaces() {
    return switch (access.visible(Right.CHANGE_SET_READ)) {
      case Visibility.Everything ignored -> Optional.empty();
      case Visibility.Granted granted ->
          Optional.of(
              workspaces.matching(granted, Optional.empty()).stream()
                  .map(Workspace::id)
                  .collect(Collectors.toSet()));
    };
  }

  private static ProblemException unknown() {
    return Problem.of(
            ProblemCode.NOT_FOUND,
            "There is no change set with this id, or it touches workspaces outside your grants.")
        .thrown();
  }
}
