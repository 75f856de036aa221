package agency.steward.workspace.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The grammar of Kubernetes' label selectors: terms joined by commas; {@code k=v}, {@code k==v},
 * {@code k!=v}, {@code k in (v,…)}, {@code k notin (v,…)}, {@code k}, {@code !k}. A value may be
 * empty. {@code in} and {@code notin} may also be keys and values.
 */
public final class SelectorParser {
  private static final int LONGEST = 16_384;
  private static final int MOST_TERMS = 100;

  private final SelectorScanner scanner;

  private SelectorParser(String text) {
    scanner = new SelectorScanner(text);
  }

  /** The terms in the order of the text; empty for a text of nothing but white space. */
  public static List<Requirement> parse(String text) throws SelectorSyntaxException {
    if (text.length() > LONGEST) {
      throw new SelectorSyntaxException(LONGEST, "a selector has at most 16384 characters");
    }
    return new SelectorParser(text).terms();
  }

  private List<Requirement> terms() throws SelectorSyntaxException {
    var terms = new ArrayList<Requirement>();
    if (scanner.peek() == SelectorScanner.END) {
      return terms;
    }
    do {
      if (terms.size() == MOST_TERMS) {
        throw fault("a selector has at most 100 terms");
      }
      terms.add(term());
    } while (scanner.take(','));
    if (scanner.peek() != SelectorScanner.END) {
      throw fault("expected ',' or the end");
    }
    return terms;
  }

  private Requirement term() throws SelectorSyntaxException {
    if (scanner.take('!')) {
      return new Requirement.Absent(key());
    }
    String key = key();
    return switch (scanner.peek()) {
      case SelectorScanner.END, ',' -> new Requirement.Exists(key);
      case '=' -> equal(key);
      case '!' -> notEqual(key);
      case SelectorScanner.WORD -> membership(key);
      default -> throw fault("expected =, ==, !=, in or notin");
    };
  }

  private Requirement equal(String key) throws SelectorSyntaxException {
    scanner.take('=');
    scanner.take('=');
    return new Requirement.Equal(key, valueOrNone());
  }

  private Requirement notEqual(String key) throws SelectorSyntaxException {
    scanner.take('!');
    if (!scanner.take('=')) {
      throw fault("expected '=' after '!'");
    }
    return new Requirement.NotEqual(key, valueOrNone());
  }

  private Requirement membership(String key) throws SelectorSyntaxException {
    int start = scanner.position();
    return switch (scanner.word()) {
      case "in" -> new Requirement.In(key, set());
      case "notin" -> new Requirement.NotIn(key, set());
      default -> throw new SelectorSyntaxException(start, "expected =, ==, !=, in or notin");
    };
  }

  private List<String> set() throws SelectorSyntaxException {
    if (!scanner.take('(')) {
      throw fault("expected '('");
    }
    if (scanner.peek() == ')') {
      throw fault("expected a value: a set cannot be empty");
    }
    var values = new ArrayList<String>();
    do {
      values.add(valueOrNone());
    } while (scanner.take(','));
    if (!scanner.take(')')) {
      throw fault("expected ',' or ')'");
    }
    return values;
  }

  private String key() throws SelectorSyntaxException {
    if (scanner.peek() != SelectorScanner.WORD) {
      throw fault("expected a label key");
    }
    int start = scanner.position();
    String key = scanner.word();
    check(start, LabelSyntax.faultOfKey(key));
    return key;
  }

  private String valueOrNone() throws SelectorSyntaxException {
    if (scanner.peek() != SelectorScanner.WORD) {
      return "";
    }
    int start = scanner.position();
    String value = scanner.word();
    check(start, LabelSyntax.faultOfValue(value));
    return value;
  }

  private static void check(int start, Optional<String> fault) throws SelectorSyntaxException {
    if (fault.isPresent()) {
      throw new SelectorSyntaxException(start, fault.get());
    }
  }

  private SelectorSyntaxException fault(String expected) {
    return new SelectorSyntaxException(scanner.position(), expected);
  }
}
