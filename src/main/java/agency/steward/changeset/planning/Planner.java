package agency.steward.changeset.planning;

import agency.steward.changeset.Present;
import agency.steward.changeset.Step;
import agency.steward.changeset.guard.GuardContext;
import agency.steward.changeset.guard.Judgement;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.stored.Result;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one target: planned by its kind, judged by what will be when all of them are made.
 */
final class Planner {
  private final String action;
  private final Steps steps;

  /**
   * @param action what rows are called that no kind has planned
   */
  Planner(String action, Steps steps) {
    this.action = action;
    this.steps = steps;
  }

  String action() {
    return action;
  }

  /** What the kind plans for one target, given what was seen there; pure. */
  @FunctionalInterface
  interface Steps {
    List<Step> of(Surveyed target, Present present);
  }

  List<PlannedRow> rows(Surveyed target) {
    return switch (target) {
      case Surveyed.Seen seen -> judged(target, seen.present(), steps.of(target, seen.present()));
      case Surveyed.Closed closed ->
          List.of(blocked(target, Optional.empty(), List.of(closed.why())));
      case Surveyed.Unreadable unreadable ->
          List.of(
              PlannedRow.of(
                  target,
                  action,
                  Optional.empty(),
                  Result.NOT_ATTEMPTED,
                  List.of(),
                  Optional.of(unreadable.why())));
    };
  }

  /** The same rows, none of which is to be made. */
  List<PlannedRow> doubted(
      WorkspaceId workspace, String name, List<PlannedRow> rows, Violation why) {
    return rows.isEmpty()
        ? rows(new Surveyed.Closed(workspace, name, why))
        : rows.stream().map(row -> row.blocked(List.of(why))).toList();
  }

  private static Stream<Step> sorted(List<Step> steps) {
    return steps.stream()
        .sorted(Comparator.comparing(Step::subject).thenComparing(step -> step.wish().toString()));
  }

  private List<PlannedRow> judged(Surveyed target, Present present, List<Step> steps) {
    List<ObjectNode> afterwards = afterwards(present.objects(), steps);
    return sorted(steps).map(step -> judged(target, step, afterwards)).toList();
  }

  /** Everything as it will be once all of it has been done. */
  private static List<ObjectNode> afterwards(List<ObjectNode> objects, List<Step> steps) {
    Map<String, Change> changes = new HashMap<>();
    var added = new ArrayList<ObjectNode>();
    for (Step step : steps) {
      if (step.plan() instanceof Plan.Needed(Change change)) {
        change.objectId().ifPresent(id -> changes.put(id, change));
        change.after().ifPresent(added::add);
      }
    }
    objects.stream()
        .filter(object -> !changes.containsKey(object.path("id").asText()))
        .forEach(added::add);
    return List.copyOf(added);
  }

  private PlannedRow judged(Surveyed target, Step step, List<ObjectNode> afterwards) {
    return switch (step.plan()) {
      case Plan.Impossible impossible ->
          row(target, Optional.of(step), Result.FAILED, List.of()).because(impossible.problem());
      case Plan.AlreadySo ignored ->
          row(target, Optional.of(step), Result.ALREADY_SATISFIED, List.of());
      case Plan.Needed needed -> {
        GuardContext context = GuardContext.PROVEN.with(afterwards).named(step.named());
        List<Violation> violations = Judgement.of(needed.change(), context, step.kind().guards());
        yield violations.isEmpty()
            ? row(target, Optional.of(step), Result.PENDING, List.of())
            : blocked(target, Optional.of(step), violations);
      }
    };
  }

  private PlannedRow blocked(Surveyed target, Optional<Step> step, List<Violation> violations) {
    return row(target, step, Result.BLOCKED_GUARD, violations).blocked(violations);
  }

  private PlannedRow row(
      Surveyed target, Optional<Step> step, Result result, List<Violation> violations) {
    return PlannedRow.of(
        target,
        step.map(made -> made.change().action()).orElse(action),
        step,
        result,
        violations,
        Optional.empty());
  }
}
