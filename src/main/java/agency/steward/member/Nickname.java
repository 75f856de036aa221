package agency.steward.member;

import agency.steward.problem.Problem;
import agency.steward.web.PlainText;

/** What only the owner of the workspace sees of a member (facts.md 4.1). */
final class Nickname {
  private static final int LONGEST = 80;

  private Nickname() {}

  /** The same; throws {@code VALIDATION_FAILED} naming {@code /nickname} for what cannot be one. */
  static String acceptable(String nickname) {
    if (nickname.isBlank() || nickname.length() > LONGEST || !PlainText.is(nickname)) {
      throw Problem.invalid(
              "/nickname", "nickname has 1 to 80 characters and no control characters")
          .thrown();
    }
    return nickname;
  }
}
