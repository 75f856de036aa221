package agency.steward.owner;

import agency.steward.problem.Problem;
import agency.steward.text.PlainText;

/**
 * What Instantly wants to see before a workspace changes hands (facts.md 4.6; nobody says what it
 * is). It is sent there and nowhere else.
 */
final class Sec {
  private static final int LONGEST = 4096;

  private final String value;

  private Sec(String value) {
    this.value = value;
  }

  /** Throws {@code VALIDATION_FAILED} naming {@code /sec}; the value is never repeated. */
  static Sec of(String text) {
    if (text.isBlank() || text.length() > LONGEST || !PlainText.is(text)) {
      throw Problem.invalid(
              "/sec",
              "sec is what Instantly's app shows for a transfer: text, not blank, in one line")
          .thrown();
    }
    return new Sec(text);
  }

  /** For the call that transfers; nowhere else. */
  String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Sec[…]";
  }
}
