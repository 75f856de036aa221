package agency.steward.registration.asked;

import agency.steward.problem.Problem;
import agency.steward.web.ParameterText;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts as they may stand in the registry. */
final class Texts {
  private static final int LONGEST = 255;
  private static final int LONGEST_REASON = 1_000;
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}\\x{2028}\\x{2029}]");

  /** Instantly's ids are opaque (facts.md 1.1), but they travel in a header. */
  private static final Pattern INSTANTLY_ID = Pattern.compile("[!-~]{1,128}");

  private Texts() {}

  /** A member that has to be there. */
  static <T> T given(Optional<T> value, String pointer) {
    return value.orElseThrow(() -> Problem.invalid(pointer, "This field is needed").thrown());
  }

  /** One line of 1 to 255 characters, without blanks around it. */
  static String line(String pointer, String text) {
    return fit(pointer, text, LONGEST);
  }

  static String reason(String pointer, String text) {
    return fit(pointer, text, LONGEST_REASON);
  }

  static String instantlyId(String pointer, String text) {
    if (!INSTANTLY_ID.matcher(text).matches()) {
      throw Problem.invalid(
              pointer, "An id of Instantly has 1 to 128 visible ASCII characters without blanks")
          .thrown();
    }
    return text;
  }

  /** As part of a query: what could not stand in the registry is found nowhere. */
  static String parameter(String name, String text) {
    if (text.isBlank() || text.length() > LONGEST || UNFIT.matcher(text).find()) {
      throw ParameterText.invalid(
          name, name + " is text of 1 to " + LONGEST + " characters without control characters");
    }
    return text;
  }

  private static String fit(String pointer, String text, int longest) {
    String line = text.strip();
    if (line.isEmpty() || line.length() > longest || UNFIT.matcher(line).find()) {
      throw Problem.invalid(
              pointer,
              "This has to be one line of 1 to "
                  + longest
                  + " characters without control characters")
          .thrown();
    }
    return line;
  }
}
