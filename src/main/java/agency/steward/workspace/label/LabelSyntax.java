package agency.steward.workspace.label;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may be a label, by the rules of Kubernetes: a key is {@code name} or {@code prefix/name};
 * the name and the value have at most 63 characters, the prefix is a DNS name of at most 253.
 */
public final class LabelSyntax {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_PREFIX = 253;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");
  private static final Pattern PREFIX =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

  private LabelSyntax() {}

  /** What is wrong with a key, or nothing. The key itself is not repeated. */
  public static Optional<String> faultOfKey(String key) {
    int slash = key.indexOf('/');
    if (slash >= 0 && !isPrefix(key.substring(0, slash))) {
      return Optional.of(
          "The prefix of a label key must be a DNS name in lower case of at most 253 characters");
    }
    return isName(key.substring(slash + 1))
        ? Optional.empty()
        : Optional.of(
            "The name of a label key must have 1 to 63 letters, digits, '-', '_' or '.', and begin"
                + " and end with a letter or digit");
  }

  /** What is wrong with a value, or nothing. The empty value is one. */
  public static Optional<String> faultOfValue(String value) {
    return value.isEmpty() || isName(value)
        ? Optional.empty()
        : Optional.of(
            "A label value must have at most 63 letters, digits, '-', '_' or '.', and begin and end"
                + " with a letter or digit");
  }

  private static boolean isName(String text) {
    return text.length() <= LONGEST_NAME && NAME.matcher(text).matches();
  }

  private static boolean isPrefix(String text) {
    return text.length() <= LONGEST_PREFIX && PREFIX.matcher(text).matches();
  }
}
