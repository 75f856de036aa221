package agency.steward.changeset.ask;

import agency.steward.problem.Problem;

/** Why somebody wants or decides something; stands in the ledger. */
public final class Reason {
  private static final int LONGEST = 1_000;

  private Reason() {}

  /** Throws {@code VALIDATION_FAILED} for what is none. */
  public static String read(String text, String where) {
    if (text.isBlank() || text.length() > LONGEST || text.codePoints().anyMatch(Reason::isNoText)) {
      throw Problem.invalid(where, "A reason has 1 to %d characters".formatted(LONGEST)).thrown();
    }
    return text;
  }

  /** What no table and no ledger entry can hold; lines may be broken. */
  private static boolean isNoText(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
