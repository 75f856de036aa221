package agency.steward.member.bulk;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.Step;
import agency.steward.changeset.Subjects;
import agency.steward.changeset.Wish;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberKinds;
import agency.steward.member.change.People;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the planners of all kinds do in the same way. */
final class Rows {
  private Rows() {}

  /**
   * The row about one person; none where they are not there and nobody said that they are.
   *
   * @param there makes it of the member
   * @param nobody makes it where the person is missing
   */
  static Stream<Step> about(
      List<ObjectNode> members,
      Wish wish,
      Function<ObjectNode, Step> there,
      Supplier<Step> nobody) {
    return People.find(members, wish.asked().path(Member.EMAIL).asText())
        .map(there)
        .or(() -> wish.explicit() ? Optional.of(nobody.get()) : Optional.empty())
        .stream();
  }

  static Step nobody(ChangeKind kind, ObjectNode wish) {
    return MemberKinds.impossible(
        kind,
        wish,
        Problem.of(ProblemCode.MEMBER_NOT_FOUND, "Nobody with this address is in the workspace."));
  }

  /**
   * One row for each subject. Two addresses may be the same person; where two different things are
   * wanted of them, neither is done.
   */
  static List<Step> merged(List<Step> steps) {
    return Subjects.once(
        steps, first -> MemberKinds.impossible(first.kind(), json(first), contradiction()));
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
