package agency.steward.workspace.label;

/** Cuts a selector into words and symbols; a word ends at white space or at a symbol. */
final class SelectorScanner {
  private static final String SYMBOLS = "=!(),<>";

  private final String text;
  private int at;

  SelectorScanner(String text) {
    this.text = text;
  }

  /** What comes next, without its text for a word. {@link #END} after the last. */
  char peek() {
    skipWhiteSpace();
    return at == text.length()
        ? END
        : SYMBOLS.indexOf(text.charAt(at)) < 0 ? WORD : text.charAt(at);
  }

  static final char END = '$';
  static final char WORD = 'w';

  /** Where the next word or symbol begins. */
  int position() {
    skipWhiteSpace();
    return at;
  }

  boolean take(char symbol) {
    if (peek() != symbol) {
      return false;
    }
    at++;
    return true;
  }

  /** The next word; only after {@link #peek()} has said that there is one. */
  String word() {
    int start = position();
    while (at < text.length() && isPartOfWord(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isPartOfWord(char c) {
    return SYMBOLS.indexOf(c) < 0 && !isWhiteSpace(c);
  }

  private void skipWhiteSpace() {
    while (at < text.length() && isWhiteSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isWhiteSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }
}
