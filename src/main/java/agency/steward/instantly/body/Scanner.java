package agency.steward.instantly.body;

/** Passes whole values of JSON, and checks them on the way. */
final class Scanner extends Tokens {
  /** What is nested deeper is left to a parser and its limits. */
  private static final int DEEPEST = 32;

  Scanner(byte[] json) {
    super(json);
  }

  /** Passes one value, after spaces. */
  void value() {
    value(DEEPEST);
  }

  private void value(int depth) {
    switch (next()) {
      case '"' -> string();
      case '{' -> object(depth - 1);
      case '[' -> array(depth - 1);
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void object(int depth) {
    pass('{');
    if (depth == 0) {
      throw Unusual.HERE;
    }
    if (!isEmpty('}')) {
      do {
        name();
        pass(':');
        value(depth);
      } while (goesOn('}'));
    }
  }

  private void array(int depth) {
    pass('[');
    if (depth == 0) {
      throw Unusual.HERE;
    }
    if (!isEmpty(']')) {
      do {
        value(depth);
      } while (goesOn(']'));
    }
  }
}
