package agency.steward.member.bulk;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Step;
import agency.steward.changeset.Subjects;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.member.change.Member;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the planners of all kinds do in the same way. */
final class Rows {
  private Rows() {}

  /** A row that was asked for and cannot be made. */
  static Step impossible(ChangeKind kind, ObjectNode wish, Problem why) {
    String email = wish.path(Member.EMAIL).asText();
    var intent = new Intent("email:" + Member.folded(email), wish);
    return new Step(email, wish, true, kind, intent, new Plan.Impossible(why));
  }

  static Step nobody(ChangeKind kind, ObjectNode wish) {
    return impossible(
        kind,
        wish,
        Problem.of(ProblemCode.MEMBER_NOT_FOUND, "Nobody with this address is in the workspace."));
  }

  /**
   * One row for each subject. Two addresses may be the same person; where two different things are
   * wanted of them, neither is done.
   */
  static List<Step> merged(List<Step> steps) {
    return Subjects.once(steps, first -> impossible(first.kind(), json(first), contradiction()));
  }

  /** It was there when it was asked for. */
  static Problem noProfile() {
    return Problem.of(ProblemCode.VALIDATION_FAILED, "There is no such profile any more.");
  }

  private static ObjectNode json(Step step) {
    return Asking.json().put(Member.EMAIL, step.subject());
  }

  private static Problem contradiction() {
    return Problem.of(
        ProblemCode.VALIDATION_FAILED,
        "Two rows want different things of this person, who has two addresses.");
  }
}
