package agency.steward.tag.read;

import agency.steward.problem.Problem;
import agency.steward.text.PlainText;

/** Labels and descriptions as they may be sent (facts.md 4.3: a label has something but blanks). */
public final class TagText {
  /** What is said of a label that can be none. */
  public static final String LABEL =
      "A label has 1 to 200 characters besides blanks around it, none of them a control character";

  /** The same of a description. */
  public static final String DESCRIPTION =
      "description has at most 1000 characters, no control characters but line breaks";

  private static final int LONGEST_LABEL = 200;
  private static final int LONGEST_DESCRIPTION = 1000;

  private TagText() {}

  public static boolean isLabel(String text) {
    String trimmed = text.strip();
    return !trimmed.isEmpty() && trimmed.length() <= LONGEST_LABEL && PlainText.is(trimmed);
  }

  public static boolean isDescription(String text) {
    return text.length() <= LONGEST_DESCRIPTION
        && text.codePoints().filter(c -> c != '\n').allMatch(PlainText::isCharacter);
  }

  /** Trimmed, as Instantly compares it; throws {@code VALIDATION_FAILED} for what can be none. */
  public static String label(String label, String pointer) {
    if (!isLabel(label)) {
      throw Problem.invalid(pointer, LABEL).thrown();
    }
    return label.strip();
  }

  /** The same; throws {@code VALIDATION_FAILED} for what can be none. */
  public static String description(String description) {
    if (!isDescription(description)) {
      throw Problem.invalid("/description", DESCRIPTION).thrown();
    }
    return description;
  }
}
