package agency.steward.changeset.ask;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Everything that is wrong with what was asked, said at once. */
final class Faults {
  private static final int SHOWN = 1_000;

  private final List<Problem.FieldError> errors = new ArrayList<>();
  private final Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
  private int count;

  /**
   * @param where a JSON pointer, or line and column of a CSV
   */
  void add(ProblemCode code, String where, String detail) {
    count++;
    codes.add(code);
    if (errors.size() < SHOWN) {
      errors.add(new Problem.FieldError(where, detail));
    }
  }

  void add(String where, String detail) {
    add(ProblemCode.VALIDATION_FAILED, where, detail);
  }

  int count() {
    return count;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Nothing has been stored or sent by then. */
  void throwIfAny() {
    if (isEmpty()) {
      return;
    }
    String first = errors.getFirst().pointer() + ": " + errors.getFirst().detail();
    Problem problem =
        Problem.of(
            code(),
            "%d %s wrong; nothing was planned. First, %s."
                .formatted(count, count == 1 ? "thing is" : "things are", first));
    for (Problem.FieldError error : errors) {
      problem = problem.at(error.pointer(), error.detail());
    }
    throw problem.thrown();
  }

  /** The one that all have in common; an ambiguous name is worth saying whatever else is wrong. */
  private ProblemCode code() {
    if (codes.contains(ProblemCode.AMBIGUOUS_WORKSPACE)) {
      return ProblemCode.AMBIGUOUS_WORKSPACE;
    }
    return codes.size() == 1 ? codes.iterator().next() : ProblemCode.VALIDATION_FAILED;
  }
}
