package agency.steward.profile.job;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;

/** How somebody is told that what they name is not there. */
final class Unknown {
  private Unknown() {}

  static ProblemException profile() {
    return Problem.of(
            ProblemCode.NOT_FOUND,
            "There is no profile of this name; GET /v1/profiles lists those there are.")
        .thrown();
  }
}
