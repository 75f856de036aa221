package agency.steward.profile.grant;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;

/** The fields of a body found at fault so far. */
public final class Faults {
  private Problem problem =
      Problem.of(ProblemCode.VALIDATION_FAILED, "See errors for what has to be different.");

  public void add(String pointer, String detail) {
    problem = problem.at(pointer, detail);
  }

  /**
   * @throws ProblemException {@code VALIDATION_FAILED} if there are any
   */
  public void check() {
    if (!problem.errors().isEmpty()) {
      throw problem.thrown();
    }
  }
}
