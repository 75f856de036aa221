package agency.steward.tag.read;

import agency.steward.problem.Problem;
import agency.steward.web.PlainText;

/** Labels and descriptions as they may be sent (facts.md 4.3: a label has something but blanks). */
public final class TagText {
  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_DESCRIPTION = 1000;

  private TagText() {}

  /** Trimmed, as Instantly compares it; throws {@code VALIDATION_FAILED} for what can be none. */
  public static String label(String label, String pointer) {
    String trimmed = label.strip();
    if (trimmed.isEmpty() || trimmed.length() > LONGEST_LABEL || !PlainText.is(trimmed)) {
      throw Problem.invalid(
              pointer,
              "A label has 1 to 200 characters besides blanks around it, none of them a control"
                  + " character")
          .thrown();
    }
    return trimmed;
  }

  /** The same; throws {@code VALIDATION_FAILED} for what can be none. */
  public static String description(String description) {
    if (description.length() > LONGEST_DESCRIPTION
        || !description.codePoints().filter(c -> c != '\n').allMatch(PlainText::isCharacter)) {
      throw Problem.invalid(
              "/description",
              "description has at most 1000 characters, no control characters but line breaks")
          .thrown();
    }
    return description;
  }
}
