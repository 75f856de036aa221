package agency.steward.web;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What query parameters say, or {@code INVALID_PARAMETER} naming the one that says nothing. */
public final class ParameterText {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private ParameterText() {}

  /** Only {@code true} and {@code false}. */
  public static boolean truth(String name, String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw invalid(name, name + " is true or false");
    };
  }

  /** A moment in ISO 8601, with its offset. */
  public static Instant moment(String name, String text) {
    try {
      Instant moment = OffsetDateTime.parse(text).toInstant();
      if (moment.isAfter(FIRST) && moment.isBefore(LAST)) {
        return moment;
      }
    } catch (DateTimeException unreadable) {
      // said below, as for one that no database can hold
    }
    throw invalid(name, name + " is an ISO 8601 moment such as 2026-11-24T00:00:00Z");
  }

  public static ProblemException invalid(String name, String detail) {
    return Problem.of(ProblemCode.INVALID_PARAMETER, detail).at(name, detail).thrown();
  }
}
