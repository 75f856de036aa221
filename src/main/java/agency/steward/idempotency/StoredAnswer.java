package agency.steward.idempotency;

import agency.steward.problem.Problem;
import jakarta.ws.rs.core.Response;

/** What a settled request is answered: as its resource would have, or with a problem. */
public sealed interface StoredAnswer {

  /**
   * The answer of the resource.
   *
   * @param response without any secret that is shown once
   */
  record Success(Response response) implements StoredAnswer {}

  /** A problem, as it would have been thrown. */
  record Failure(Problem problem) implements StoredAnswer {}

  static StoredAnswer of(Response response) {
    return new Success(response);
  }

  static StoredAnswer of(Problem problem) {
    return new Failure(problem);
  }
}
