package agency.steward.changeset.desk;

import agency.steward.access.Access;
import agency.steward.access.Right;
import agency.steward.changeset.BulkKind;
import agency.steward.changeset.BulkKinds;
import agency.steward.changeset.ChangeKinds;
import agency.steward.changeset.Reversible;
import agency.steward.changeset.ask.Allowing;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.changeset.planning.PlanRuns;
import agency.steward.changeset.planning.Requested;
import agency.steward.changeset.show.ChangeSets;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** New sets that follow from one that is over: what was not done, and the way back. */
@ApplicationScoped
class Sequels {
  private static final Set<Result> NOT_DONE =
      EnumSet.of(Result.FAILED, Result.NOT_ATTEMPTED, Result.SKIPPED_STALE);

  private final Access access;
  private final ChangeSets sets;
  private final ChangeStore rows;
  private final BulkKinds kinds;
  private final ChangeKinds changes;
  private final Allowing allowing;
  private final PlanRuns runs;
  private final Creating creating;

  Sequels(
      Access access,
      ChangeSets sets,
      ChangeStore rows,
      BulkKinds kinds,
      ChangeKinds changes,
      Allowing allowing,
      PlanRuns runs,
      Creating creating) {
    this.access = access;
    this.sets = sets;
    this.rows = rows;
    this.kinds = kinds;
    this.changes = changes;
    this.allowing = allowing;
    this.runs = runs;
    this.creating = creating;
  }

  void requireAsker() {
    access.somewhere(Right.CHANGE_SET_CREATE);
  }

  /** Rows as they were asked for; of a target that could not be read, all that was wanted there. */
  Response retry(String id, Duration wait) {
    ChangeSet set = over(id);
    BulkKind kind = kind(set);
    Requested requested = set.bulk().isPresent() ? runs.requested(set.id()) : nothing();
    var wishes = new ArrayList<Requested.Row>();
    for (RecordedChange row : rows.all(set.id(), Optional.empty())) {
      if (NOT_DONE.contains(row.result())) {
        wish(set, row)
            .ifPresentOrElse(
                wish -> wishes.add(new Requested.Row(row.workspace(), wish)),
                () -> wanted(requested, row.workspace()).forEach(wishes::add));
      }
    }
    if (wishes.isEmpty()) {
      throw Problem.of(ProblemCode.CHANGE_SET_STATE, "Nothing of it is left to be done.").thrown();
    }
    return create(kind, set, Requested.rows(targets(wishes), wishes), wait);
  }

  /** Of what ended halfway only the rest. */
  private Optional<ObjectNode> wish(ChangeSet set, RecordedChange row) {
    boolean halfway =
        row.result() == Result.FAILED
            && row.problem()
                .filter(why -> why.path("code").asText().equals(ProblemCode.ENDED_HALFWAY.name()))
                .isPresent();
    return row.origin()
        .wish()
        .map(wish ->
            halfway
                ? changes
                    .find(row.kindIn(set))
                    .map(kind -> kind.rest(wish, row.intent()))
                    .orElse(wish)
                : wish);
  }

  private static Requested nothing() {
    return Requested.rows(List.of(), List.of());
  }

  private static Stream<Requested.Row> wanted(Requested requested, WorkspaceId workspace) {
    return Stream.concat(
        requested.everywhere().stream().map(wish -> new Requested.Row(workspace, wish)),
        requested.rows().stream().filter(row -> row.workspace().equals(workspace)));
  }

  private static List<WorkspaceId> targets(List<Requested.Row> wishes) {
    var targets = new LinkedHashSet<WorkspaceId>();
    wishes.forEach(wish -> targets.add(wish.workspace()));
    return List.copyOf(targets);
  }

  private Response create(BulkKind kind, ChangeSet set, Requested requested, Duration wait) {
    allowing.check(kind, requested);
    return creating.create(kind.name(), set.reason(), false, requested, wait);
  }

  /** Only where something was done, and not all of it for good. */
  Response undo(String id, Duration wait) {
    ChangeSet set = over(id);
    List<RecordedChange> made = rows.all(set.id(), Optional.of(Result.APPLIED));
    if (made.isEmpty()) {
      throw Problem.of(ProblemCode.CHANGE_SET_STATE, "Nothing of it was done.").thrown();
    }
    if (made.stream().noneMatch(row -> isReversible(row, set))) {
      throw Problem.of(
              ProblemCode.NOT_REVERSIBLE,
              "What was done there is done for good; there is no way back that could be planned.")
          .thrown();
    }
    String back = back(made, set);
    List<WorkspaceId> touched = made.stream().map(RecordedChange::workspace).distinct().toList();
    Requested requested = Requested.undo(touched, set.id());
    kinds.find(back).ifPresentOrElse(kind -> allow(kind, requested), this::requireAdmin);
    Optional<String> reason = Optional.of("Undo of " + set.id());
    return creating.create(back, reason, false, requested, wait);
  }

  private boolean isReversible(RecordedChange row, ChangeSet set) {
    return row.change().reversibility() != Reversibility.IRREVERSIBLE
        && changes.reversible(row.kindIn(set)).isPresent();
  }

  /** As if every row was asked for anew. */
  private void allow(BulkKind kind, Requested back) {
    allowing.check(kind, back);
    if (!allowing.hasFleetRole(kind)) {
      runs.asked(kind.name(), back, access.caller().principal())
          .forEach((name, rows) -> allowing.check(kinds.find(name).orElse(kind), rows));
    }
  }

  /** What its rows will be, where they are all the same. */
  private String back(List<RecordedChange> made, ChangeSet set) {
    List<String> back =
        made.stream()
            .map(row -> row.kindIn(set))
            .distinct()
            .flatMap(name -> changes.reversible(name).stream())
            .map(Reversible::inverseKind)
            .distinct()
            .toList();
    return back.size() == 1 ? back.getFirst() : set.kind();
  }

  /** Only {@code agency-admin} takes back what cannot be asked for as a set. */
  private void requireAdmin() {
    access.require(Right.CHANGE_SET_APPROVE);
  }

  private ChangeSet over(String id) {
    ChangeSet set = sets.visible(id);
    if (!set.state().isFinal()) {
      throw Problem.of(
              ProblemCode.CHANGE_SET_STATE,
              "The change set is %s. What was done can be taken back, and what was not done be tried again, once it is over."
                  .formatted(set.state().wire()))
          .with("state", set.state().wire())
          .thrown();
    }
    return set;
  }

  private BulkKind kind(ChangeSet set) {
    return kinds
        .find(set.kind())
        .orElseThrow(() ->
            Problem.of(
                    ProblemCode.CHANGE_SET_STATE,
                    "Changes of this kind are made one at a time; make it again.")
                .thrown());
  }
}
