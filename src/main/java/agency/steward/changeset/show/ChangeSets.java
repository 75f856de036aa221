package agency.steward.changeset.show;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.changeset.BulkKinds;
import agency.steward.changeset.ChangeKinds;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.lane.LaneConfig;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetFilter;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.Summary;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.web.IfMatch;
import agency.steward.web.PageRequest;
import agency.steward.web.ParameterText;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows change sets to callers who may see all workspaces that they touch (contract 5). */
@ApplicationScoped
public class ChangeSets {
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Access access;
  private final Workspaces workspaces;
  private final ChangeSetStore store;
  private final ChangeStore rows;
  private final BulkKinds kinds;
  private final ChangeKinds changes;
  private final Sleeper sleeper;
  private final InstantSource clock;
  private final Pace pace;

  ChangeSets(
      Access access,
      Workspaces workspaces,
      ChangeSetStore store,
      ChangeStore rows,
      BulkKinds kinds,
      ChangeKinds changes,
      Sleeper sleeper,
      InstantSource clock,
      Instantly instantly,
      LaneConfig lanes) {
    this.access = access;
    this.workspaces = workspaces;
    this.store = store;
    this.rows = rows;
    this.kinds = kinds;
    this.changes = changes;
    this.sleeper = sleeper;
    this.clock = clock;
    this.pace = new Pace(instantly.perSecond(), lanes.atOnce(), lanes.callsPerSecond());
  }

  /** Throws {@code NOT_FOUND} for what does not exist and for what is not for these eyes. */
  public ChangeSet visible(String id) {
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

  /** The work; throws {@code PRECONDITION_FAILED} instead where the set has changed since then. */
  public <T> Supplier<T> asRead(String id, Optional<String> ifMatch, Supplier<T> work) {
    return () -> {
      check(id, ifMatch);
      return work.get();
    };
  }

  private void check(String id, Optional<String> ifMatch) {
    if (ifMatch.isPresent()) {
      check(visible(id), ifMatch);
    }
  }

  /** The same of a set that nobody moves now. */
  public void check(ChangeSet set, Optional<String> ifMatch) {
    if (ifMatch.isPresent() && !IfMatch.of(ifMatch).allows(view(set).tag())) {
      throw Problem.of(
              ProblemCode.PRECONDITION_FAILED,
              "The change set has changed since you read it; read it again and decide again.")
          .thrown();
    }
  }

  public ChangeSetView view(ChangeSet set) {
    return views(List.of(set)).getFirst();
  }

  /** Only what changes while it is made, for whoever asks time and again. */
  Progress progress(ChangeSet set) {
    Summary rows = store.counts(List.of(set.id())).getOrDefault(set.id(), Summary.EMPTY);
    return Progress.of(set, rows, pace);
  }

  private List<ChangeSetView> views(List<ChangeSet> all) {
    List<ChangeSetId> ids = all.stream().map(ChangeSet::id).toList();
    var summaries = store.summaries(ids);
    var approvals = store.approvals(ids);
    var undone = store.undoneBy(ids);
    return all.stream()
        .map(set ->
            ChangeSetView.of(
                set,
                summaries.getOrDefault(set.id(), Summary.EMPTY),
                pace,
                approvals.getOrDefault(set.id(), List.of()),
                Optional.ofNullable(undone.get(set.id()))))
        .toList();
  }

  /** Of many rows or of one. */
  private void checkKind(String kind) {
    var known = new TreeSet<>(kinds.names());
    known.addAll(changes.names());
    if (!known.contains(kind)) {
      throw ParameterText.invalid("kind", "kind is one of " + String.join(", ", known));
    }
  }

  /** Newest first. */
  List<ChangeSetView> page(Asked asked, Optional<ChangeSetId> after, int size) {
    asked.kind().ifPresent(this::checkKind);
    if (asked.awaitingMe() && !mayApprove()) {
      return List.of();
    }
    return views(
        store.page(
            new ChangeSetFilter(
                visibleWorkspaces(),
                asked.state(),
                asked.kind(),
                asked.createdBy(),
                asked.workspace(),
                asked.awaitingMe() ? Optional.of(me()) : Optional.empty()),
            after,
            size));
  }

  /** One more than the page, where there are more. */
  List<RecordedChange> changes(
      ChangeSet set, Optional<Result> result, Optional<WorkspaceId> workspace, PageRequest asked) {
    int after = asked.after().map(Integer::valueOf).orElse(0);
    return rows.changes(set.id(), result, workspace, after, asked.size() + 1);
  }

  ChangeExport export(ChangeSet set, RowParameters wanted, ChangeLines format) {
    return new ChangeExport(rows, set.id(), wanted.wanted(), wanted.workspace(), format);
  }

  /** Without what a row is asked with for a kind that is made one at a time only. */
  ChangeLines csv(ChangeSet set) {
    return kinds
        .find(set.kind())
        .map(kind -> new ChangeLines.Csv(kind.workspaceColumn(), kind.columns()))
        .orElseGet(() -> new ChangeLines.Csv("workspace", List.of()));
  }

  private ChangeSetFilter.Awaiting me() {
    return new ChangeSetFilter.Awaiting(access.caller().principal(), clock.instant());
  }

  /** Blocks until it stands elsewhere than before, or the time is up. */
  public ChangeSet awaited(ChangeSet before, Duration wait) {
    var now = before.state();
    var deadline = Deadline.in(wait);
    while (now == before.state() && !now.isFinal() && !deadline.passed()) {
      sleeper.sleep(LOOK_AGAIN);
      now = store.state(before.id()).orElse(now);
    }
    return store.find(before.id()).orElse(before);
  }

  /** Whether the caller may decide about sets of others. */
  public boolean mayApprove() {
    return access.visible(Right.CHANGE_SET_APPROVE) instanceof Visibility.Everything;
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
