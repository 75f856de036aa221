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
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** New sets that follow from one that is over: what was not done, and the way back. */
@ApplicationScoped
class Sequels {
  private final Access access;
  private final ChangeSets sets;
  private final ChangeStore rows;
  private final NotDone notDone;
  private final BulkKinds kinds;
  private final ChangeKinds changes;
  private final Allowing allowing;
  private final PlanRuns runs;
  private final Creating creating;

  Sequels(
      Access access,
      ChangeSets sets,
      ChangeStore rows,
      NotDone notDone,
      BulkKinds kinds,
      ChangeKinds changes,
      Allowing allowing,
      PlanRuns runs,
      Creating creating) {
    this.access = access;
    this.sets = sets;
    this.rows = rows;
    this.notDone = notDone;
    this.kinds = kinds;
    this.changes = changes;
    this.allowing = allowing;
    this.runs = runs;
    this.creating = creating;
  }

  void requireAsker() {
    access.somewhere(Right.CHANGE_SET_CREATE);
  }

  /**
   * What was not done of it; of an undo with targets that could not be read, the way back there.
   */
  Response retry(String id, Duration wait) {
    ChangeSet set = over(id);
    Requested left = notDone.of(set);
    if (left.targets().isEmpty()) {
      throw notDone.nothing(set).thrown();
    }
    return left.undoOf().isPresent()
        ? back(set.kind(), set.reason(), left, wait)
        : create(kind(set), set, left, wait);
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
    Requested requested = Requested.undo(touched, set.id(), Map.of());
    return back(back, Optional.of("Undo of " + set.id()), requested, wait);
  }

  private Response back(String kind, Optional<String> reason, Requested requested, Duration wait) {
    kinds.find(kind).ifPresentOrElse(known -> allow(known, requested), this::requireAdmin);
    return creating.create(kind, reason, false, requested, wait);
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
