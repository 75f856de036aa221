package agency.steward.web.body;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** For operations that need a body: JAX-RS hands out null for an empty one, and for JSON's null. */
public final class SentBody {
  private SentBody() {}

  /**
   * The body, if there is one.
   *
   * @throws ProblemException {@code MALFORMED_REQUEST} if there is none
   */
  public static <T> T required(@Nullable T body) {
    if (body == null) {
      String detail = "This operation needs a JSON object as its body.";
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, detail).at("", detail).thrown();
    }
    return body;
  }
}
