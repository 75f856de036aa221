package agency.steward.idempotency;

import agency.steward.problem.Problem;
import jakarta.ws.rs.core.Response;

/** What becomes of the record when a request has run (contract 1). */
enum Fate {
  /** The answer is final, and is the answer from now on. */
  KEEP,
  /** The answer holds until the intent is settled. */
  KEEP_FOR_NOW,
  /** As if the request had never come: the same key may try again. */
  FORGET,
  /**
   * Nobody knows how far it got: the next request looks at the intent; if there is none, it runs
   * anew.
   */
  LEAVE_TO_SETTLEMENT;

  static Fate of(Response response) {
    return isPassing(response.getStatus()) ? FORGET : KEEP;
  }

  static Fate of(Problem problem) {
    return switch (problem.code()) {
      case OUTCOME_UNKNOWN -> KEEP_FOR_NOW;
      case INTERNAL_ERROR, DATABASE_UNAVAILABLE -> LEAVE_TO_SETTLEMENT;
      default -> isPassing(problem.status()) || problem.code().retryable() ? FORGET : KEEP;
    };
  }

  private static boolean isPassing(int status) {
    return status == 401 || status == 403 || status == 429 || status >= 500;
  }
}
