package agency.steward.changeset.planning;

import agency.steward.changeset.Step;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Digest;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.stored.Result;
import agency.steward.problem.Problem;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A row of a plan, before anything was done.
 *
 * @param step empty for a target of which nothing can be said but {@code why}
 * @param why what stands against it
 * @param left of which change it is that is not taken back
 * @param sealed what of it is sealed
 * @param text what of it is stored as JSON
 */
record PlannedRow(
    int seq,
    WorkspaceId workspace,
    String workspaceName,
    String action,
    Optional<Step> step,
    Result result,
    List<Violation> violations,
    Optional<Problem> why,
    Optional<LeftOut> left,
    Digest.Row sealed,
    RowText text) {
  private static final int FIRST = 0;
  private static final int DEMOTIONS = 1;
  private static final int REMOVALS = 2;

  /** A row of what was seen in a target. */
  static PlannedRow of(
      Surveyed target,
      String action,
      Optional<Step> step,
      Result result,
      List<Violation> violations,
      Optional<Problem> why) {
    Change change = step.map(Step::change).orElseGet(() -> Step.nothing(action, ""));
    return new PlannedRow(
        0,
        target.workspace(),
        target.name(),
        action,
        step,
        result,
        violations,
        why,
        Optional.empty(),
        Digest.Row.of(target.workspace(), change),
        RowText.of(step, change));
  }

  /** A change that is not taken back. */
  static PlannedRow leftOut(String workspaceName, LeftOut left) {
    WorkspaceId workspace = left.done().workspace();
    return new PlannedRow(
        0,
        workspace,
        workspaceName,
        left.change().action(),
        Optional.empty(),
        left.result(),
        List.of(),
        left.why(),
        Optional.of(left),
        Digest.Row.of(workspace, left.change()),
        RowText.of(Optional.empty(), left.change()));
  }

  PlannedRow at(int number) {
    return new PlannedRow(
        number,
        workspace,
        workspaceName,
        action,
        step,
        result,
        violations,
        why,
        left,
        sealed,
        text);
  }

  PlannedRow because(Problem problem) {
    return ended(result, violations, problem);
  }

  PlannedRow blocked(List<Violation> by) {
    return ended(Result.BLOCKED_GUARD, by, Refusals.of(by));
  }

  private PlannedRow ended(Result as, List<Violation> by, Problem reason) {
    return new PlannedRow(
        seq,
        workspace,
        workspaceName,
        action,
        step,
        as,
        by,
        Optional.of(reason),
        left,
        sealed,
        text);
  }

  Change change() {
    return step.map(Step::change)
        .or(() -> left.map(LeftOut::change))
        .orElseGet(() -> Step.nothing(action, ""));
  }

  /** Empty for a target of which nothing can be said. */
  Optional<String> subject() {
    return step.map(Step::subject).or(() -> left.map(done -> done.change().subject()));
  }

  Optional<ObjectNode> found() {
    return left.flatMap(LeftOut::found);
  }

  /** Whether it takes access from somebody, should it be made. */
  boolean isRisky() {
    return step.filter(made -> made.plan() instanceof Plan.Needed).isPresent()
        && change().effect() == Effect.REDUCES;
  }

  /** Whether it gives so much that a second person has to look. */
  boolean isDelicate() {
    return step.filter(
            made -> made.plan() instanceof Plan.Needed && made.kind().isDelicate(made.change()))
        .isPresent();
  }

  /** What is so already was seen to be so. */
  boolean isVerified() {
    return result == Result.ALREADY_SATISFIED;
  }

  /** Smaller ones are made first: nobody is left without a colleague for a moment. */
  int phase() {
    if (change().effect() != Effect.REDUCES) {
      return FIRST;
    }
    return change().after().isPresent() ? DEMOTIONS : REMOVALS;
  }

  String violationsJson() {
    return violations.isEmpty()
        ? "[]"
        : Finding.json(Finding.ofAll(violations, List.of())).toString();
  }
}
