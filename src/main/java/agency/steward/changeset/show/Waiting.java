package agency.steward.changeset.show;

import agency.steward.web.ParameterText;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How long somebody is ready to wait for an answer. */
public final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private Waiting() {}

  /** Throws {@code INVALID_PARAMETER} for what is no duration, or too long a one. */
  public static Duration read(String text) {
    try {
      Duration wait = Duration.parse(text);
      if (!wait.isNegative() && wait.compareTo(LONGEST) <= 0) {
        return wait;
      }
    } catch (DateTimeParseException unreadable) {
      // said below, as for one that is too long
    }
    throw ParameterText.invalid(
        "wait", "wait is an ISO 8601 duration from PT0S to PT60S, such as PT30S");
  }
}
