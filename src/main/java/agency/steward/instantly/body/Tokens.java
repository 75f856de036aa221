package agency.steward.instantly.body;

/**
 * The tokens of JSON (RFC 8259) that stands on one line: skips them one by one, and throws {@link
 * Unusual} at anything else. It gives no meaning to what it skips; its callers do.
 */
class Tokens {
  /** Longer ones are left to a parser and its limits. */
  private static final int LONGEST_NUMBER = 64;

  private static final int LONGEST_EXPONENT = 9;
  private static final int LONGEST_NAME = 1_000;

  private final byte[] json;
  private int at;
  private boolean escaped;
  private boolean ascii = true;

  Tokens(byte[] json) {
    this.json = json;
  }

  /** Where it is: the index of the byte that comes next. */
  final int at() {
    return at;
  }

  /** Whether all strings so far were ASCII; whether others are UTF-8 is not looked at. */
  final boolean isAscii() {
    return ascii;
  }

  /** Whether the last string had a backslash in it. */
  final boolean wasEscaped() {
    return escaped;
  }

  /** What comes next, after spaces; 0 at the end. */
  final byte next() {
    while (at < json.length && json[at] == ' ') {
      at++;
    }
    return at < json.length ? json[at] : 0;
  }

  /** Whether nothing but spaces comes any more. */
  final boolean isAtEnd() {
    return next() == 0 && at == json.length;
  }

  /** Passes it, after spaces. */
  final void pass(char due) {
    if (next() != due) {
      throw Unusual.HERE;
    }
    at++;
  }

  /** Passes the comma to the next one; false, and behind it, where this ends. */
  final boolean goesOn(char end) {
    byte next = next();
    if (next != ',' && next != end) {
      throw Unusual.HERE;
    }
    at++;
    return next == ',';
  }

  /** Passes the end where there is nothing in it. */
  final boolean isEmpty(char end) {
    boolean empty = next() == end;
    if (empty) {
      at++;
    }
    return empty;
  }

  /** Passes a string, after spaces. */
  final void string() {
    pass('"');
    escaped = false;
    at = Plain.end(json, at);
    for (byte each = here(); each != '"'; each = here()) {
      if (each == '\\') {
        escape();
      } else if (each < ' ') {
        other(each);
      }
      at++;
    }
    at++;
  }

  /** Passes the name of a field, after spaces. */
  final void name() {
    int from = at;
    string();
    mustFit(from, LONGEST_NAME);
  }

  /** A control character, or a part of one that is not ASCII. */
  private void other(byte each) {
    if (each >= 0) {
      throw Unusual.HERE;
    }
    ascii = false;
  }

  /** Passes all of it but its last byte. */
  private void escape() {
    escaped = true;
    at++;
    switch (here()) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
      case 'u' -> unit();
      default -> throw Unusual.HERE;
    }
  }

  /** Half a pair is no character: parsers differ in what they make of it. */
  private void unit() {
    char unit = hex();
    if (Character.isSurrogate(unit)) {
      at++;
      word("\\u");
      at--;
      if (!Character.isSurrogatePair(unit, hex())) {
        throw Unusual.HERE;
      }
    }
  }

  private char hex() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      at++;
      int digit = Character.digit(here(), 16);
      if (digit < 0) {
        throw Unusual.HERE;
      }
      unit = 16 * unit + digit;
    }
    return (char) unit;
  }

  final void word(String word) {
    for (int i = 0; i < word.length(); i++, at++) {
      if (here() != word.charAt(i)) {
        throw Unusual.HERE;
      }
    }
  }

  final void number() {
    int from = at;
    at += here() == '-' ? 1 : 0;
    if (here() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      at += here() == '-' || here() == '+' ? 1 : 0;
      int exponent = at;
      digits();
      mustFit(exponent, LONGEST_EXPONENT);
    }
    mustFit(from, LONGEST_NUMBER);
  }

  private void mustFit(int from, int most) {
    if (at - from > most) {
      throw Unusual.HERE;
    }
  }

  /** At least one. */
  private void digits() {
    int from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == from) {
      throw Unusual.HERE;
    }
  }

  private byte here() {
    if (at == json.length) {
      throw Unusual.HERE;
    }
    return json[at];
  }

  private byte peek() {
    return at < json.length ? json[at] : 0;
  }
}
