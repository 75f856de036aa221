package agency.steward.changeset.planning;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines as PostgreSQL's {@code COPY} reads them in its text format: a quarter cheaper than arrays.
 */
final class CopyText {
  private static final String SPECIAL = "\\\t\n\r";
  private static final String ESCAPES = "\\tnr";

  private final StringBuilder text = new StringBuilder();
  private char before = 0;

  CopyText value(Optional<String> value) {
    return value.isPresent() ? value(value.get()) : plain("\\N");
  }

  CopyText value(String value) {
    if (isPlain(value)) {
      return plain(value);
    }
    next();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int special = c <= '\\' ? SPECIAL.indexOf(c) : -1;
      if (special < 0) {
        text.append(c);
      } else {
        text.append('\\').append(ESCAPES.charAt(special));
      }
    }
    return this;
  }

  /** Looked for by what the machine does many characters at a time. */
  private static boolean isPlain(String value) {
    return value.indexOf('\\') < 0
        && value.indexOf('\t') < 0
        && value.indexOf('\n') < 0
        && value.indexOf('\r') < 0;
  }

  CopyText value(int value) {
    next();
    text.append(value);
    return this;
  }

  CopyText value(boolean value) {
    return plain(value ? "t" : "f");
  }

  /** What has nothing in it that would have to be escaped. */
  CopyText plain(String value) {
    next();
    text.append(value);
    return this;
  }

  private void next() {
    if (before != 0) {
      text.append(before);
    }
    before = '\t';
  }

  CopyText endOfLine() {
    before = '\n';
    return this;
  }

  /** All lines so far. */
  byte[] bytes() {
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }
}
