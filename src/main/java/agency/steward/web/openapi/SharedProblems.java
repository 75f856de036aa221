package agency.steward.web.openapi;

import agency.steward.problem.ProblemCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** What can happen to any operation, for no reason of its own. */
final class SharedProblems {
  private static final List<ProblemCode> ALWAYS =
      List.of(
          ProblemCode.UNAUTHENTICATED,
          ProblemCode.FORBIDDEN,
          ProblemCode.UNKNOWN_PARAMETER,
          ProblemCode.INVALID_PARAMETER,
          ProblemCode.MALFORMED_REQUEST,
          ProblemCode.NOT_ACCEPTABLE,
          ProblemCode.INTERNAL_ERROR,
          ProblemCode.DATABASE_UNAVAILABLE,
          ProblemCode.RATE_LIMITED,
          ProblemCode.OVERLOADED);
  private static final List<ProblemCode> WITH_A_BODY =
      List.of(
          ProblemCode.UNKNOWN_FIELD,
          ProblemCode.BODY_TOO_LARGE,
          ProblemCode.UNSUPPORTED_MEDIA_TYPE);
  private static final List<ProblemCode> WITH_A_KEY =
      List.of(
          ProblemCode.BODY_TOO_LARGE,
          ProblemCode.IDEMPOTENCY_KEY_REUSED,
          ProblemCode.IDEMPOTENCY_IN_PROGRESS);

  private SharedProblems() {}

  static Set<ProblemCode> of(PathItem.HttpMethod method, Operation operation) {
    var codes = EnumSet.copyOf(ALWAYS);
    if (operation.getRequestBody() != null) {
      codes.addAll(WITH_A_BODY);
    }
    if (method == PathItem.HttpMethod.POST) {
      codes.addAll(WITH_A_KEY);
    }
    return codes;
  }
}
