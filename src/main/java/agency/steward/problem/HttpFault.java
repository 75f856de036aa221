package agency.steward.problem;

import java.util.Optional;

/** What a bare HTTP status of the framework means. */
final class HttpFault {
  private HttpFault() {}

  static Optional<Problem> of(int status) {
    return switch (status) {
      case 401 ->
          problem(ProblemCode.UNAUTHENTICATED, "Send a valid token as Authorization: Bearer.");
      case 403 -> problem(ProblemCode.FORBIDDEN, "Your role does not allow this.");
      case 404 -> problem(ProblemCode.NOT_FOUND, "There is nothing under this path.");
      case 405 ->
          problem(
              ProblemCode.METHOD_NOT_ALLOWED,
              "The path exists, but not with this method; Allow names those that do.");
      case 406 ->
          problem(
              ProblemCode.NOT_ACCEPTABLE,
              "Accept names no media type that can be produced here; application/json always can.");
      case 413 -> problem(ProblemCode.BODY_TOO_LARGE, "Send less at once.");
      case 414 ->
          unreadable(414, "The URI may have 8,192 characters. Use a selector instead of many ids.");
      case 431 -> unreadable(431, "All headers together may have 20,480 bytes.");
      case 415 ->
          problem(
              ProblemCode.UNSUPPORTED_MEDIA_TYPE,
              "Set Content-Type to what the body is: application/json, or text/csv where rows are taken.");
      default ->
          status >= 400 && status < 500
              ? unreadable(status, "The request cannot be read.")
              : Optional.empty();
    };
  }

  private static Optional<Problem> unreadable(int status, String detail) {
    return problem(ProblemCode.MALFORMED_REQUEST, detail).map(problem -> problem.status(status));
  }

  private static Optional<Problem> problem(ProblemCode code, String detail) {
    return Optional.of(Problem.of(code, detail));
  }
}
