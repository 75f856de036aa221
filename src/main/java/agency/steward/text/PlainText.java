package agency.steward.text;

/** Text that a line can hold, and every table, log and header behind it. */
public final class PlainText {
  private PlainText() {}

  /** Without control characters; half a surrogate pair is no character either. */
  public static boolean is(String text) {
    return text.codePoints().allMatch(PlainText::isCharacter);
  }

  public static boolean isCharacter(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }
}
