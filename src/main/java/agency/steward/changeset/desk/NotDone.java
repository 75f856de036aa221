package agency.steward.changeset.desk;

import agency.steward.changeset.ChangeKinds;
import agency.steward.changeset.planning.PlanRuns;
import agency.steward.changeset.planning.Requested;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What of a set was not done, as it is asked for again. */
@ApplicationScoped
class NotDone {
  private static final Set<Result> RESULTS =
      EnumSet.of(Result.FAILED, Result.NOT_ATTEMPTED, Result.SKIPPED_STALE);

  /** Not done either, but to be looked at before anybody asks for it again. */
  private static final List<Result> LEFT_OUT =
      List.of(Result.BLOCKED_GUARD, Result.CANCELLED, Result.UNKNOWN);

  private final ChangeStore rows;
  private final ChangeKinds changes;
  private final PlanRuns runs;

  NotDone(ChangeStore rows, ChangeKinds changes, PlanRuns runs) {
    this.rows = rows;
    this.changes = changes;
    this.runs = runs;
  }

  /**
   * Rows as they were asked for; of a target that could not be read, all that was wanted there. Of
   * an undo nothing else says what that was but the set that it takes back.
   */
  Requested of(ChangeSet set) {
    List<RecordedChange> left =
        rows.all(set.id(), Optional.empty()).stream()
            .filter(row -> RESULTS.contains(row.result()))
            .toList();
    Requested first =
        set.bulk().isPresent() ? runs.requested(set.id()) : Requested.rows(List.of(), List.of());
    if (first.undoOf().isPresent() && left.stream().anyMatch(NotDone::isUnread)) {
      return back(left, first, first.undoOf().get());
    }
    List<Requested.Row> wishes = left.stream().flatMap(row -> wishes(set, row, first)).toList();
    return Requested.rows(targets(wishes.stream().map(Requested.Row::workspace)), wishes);
  }

  /**
   * The way back of what could not be read, and beside it only of what was not done: others may
   * have changed since what was.
   */
  private static Requested back(List<RecordedChange> left, Requested first, ChangeSetId of) {
    var where = new LinkedHashSet<WorkspaceId>();
    var only = new HashMap<WorkspaceId, Set<String>>();
    for (RecordedChange row : left) {
      WorkspaceId workspace = row.workspace();
      if (isUnread(row)) {
        where.add(workspace);
        Optional.ofNullable(first.only().get(workspace)).ifPresent(all -> only.put(workspace, all));
      } else if (row.origin().wish().isPresent()) {
        where.add(workspace);
        only.computeIfAbsent(workspace, none -> new LinkedHashSet<>()).add(row.change().subject());
      }
    }
    return Requested.undo(List.copyOf(where), of, only);
  }

  /** Why nothing is tried again. Whoever is told that nothing is left believes that all is done. */
  Problem nothing(ChangeSet set) {
    String leftOut =
        LEFT_OUT.stream()
            .filter(result -> !rows.all(set.id(), Optional.of(result)).isEmpty())
            .map(Result::wire)
            .collect(Collectors.joining(", "));
    return Problem.of(
        ProblemCode.CHANGE_SET_STATE,
        leftOut.isEmpty()
            ? "Nothing of it is left to be done."
            : "Nothing of it failed, was stale or was not attempted. Rows that are %s are not tried again: look at them (GET /v1/change-sets/{id}/changes), and ask for what is still to be done by a new change set."
                .formatted(leftOut));
  }

  /** A target of which nothing else can be said. */
  private static boolean isUnread(RecordedChange row) {
    return row.change().subject().isEmpty();
  }

  private static List<WorkspaceId> targets(Stream<WorkspaceId> where) {
    return where.distinct().toList();
  }

  private Stream<Requested.Row> wishes(ChangeSet set, RecordedChange row, Requested first) {
    return row.origin()
        .wish()
        .map(wish -> Stream.of(new Requested.Row(row.workspace(), rest(set, row, wish))))
        .orElseGet(() -> isUnread(row) ? wanted(first, row.workspace()) : Stream.of());
  }

  /** Of what ended halfway only the rest. */
  private ObjectNode rest(ChangeSet set, RecordedChange row, ObjectNode wish) {
    boolean halfway =
        row.result() == Result.FAILED
            && row.problem()
                .filter(why -> why.path("code").asText().equals(ProblemCode.ENDED_HALFWAY.name()))
                .isPresent();
    return halfway
        ? changes.find(row.kindIn(set)).map(kind -> kind.rest(wish, row.intent())).orElse(wish)
        : wish;
  }

  private static Stream<Requested.Row> wanted(Requested first, WorkspaceId workspace) {
    return Stream.concat(
        first.everywhere().stream().map(wish -> new Requested.Row(workspace, wish, false)),
        first.rows().stream().filter(row -> row.workspace().equals(workspace)));
  }
}
