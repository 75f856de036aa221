package agency.steward.access.caller;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;

/** Why somebody counts as nobody. Never says what exactly is wrong with a signature. */
public final class Unauthenticated {
  private Unauthenticated() {}

  static ProblemException because(String detail) {
    return Problem.of(ProblemCode.UNAUTHENTICATED, detail).thrown();
  }

  public static ProblemException noToken() {
    return because("Send Authorization: Bearer <token> with a token of the configured issuer.");
  }

  static ProblemException badToken() {
    return because(
        "The bearer token was refused: it has to be signed by the configured issuer, be meant for"
            + " this audience and not be expired.");
  }
}
