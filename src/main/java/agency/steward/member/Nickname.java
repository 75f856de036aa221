package agency.steward.member;

import agency.steward.problem.Problem;
import agency.steward.text.PlainText;

/** What only the owner of the workspace sees of a member (facts.md 4.1). */
public final class Nickname {
  /** What is said of a text that can be none. */
  public static final String NEEDED = "nickname has 1 to 80 characters and no control characters";

  private static final int LONGEST = 80;

  private Nickname() {}

  /** Whether it could be one. */
  public static boolean isOne(String text) {
    return !text.isBlank() && text.length() <= LONGEST && PlainText.is(text);
  }

  /** The same; throws {@code VALIDATION_FAILED} naming {@code /nickname} for what cannot be one. */
  static String acceptable(String nickname) {
    if (!isOne(nickname)) {
      throw Problem.invalid("/nickname", NEEDED).thrown();
    }
    return nickname;
  }
}
