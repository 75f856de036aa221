package agency.steward.fleet.answer;

/**
 * One line of CSV after RFC 4180, in which no cell is a formula to the spreadsheet that opens it.
 */
public final class CsvLine {
  private final StringBuilder text;
  private boolean started;

  /**
   * @param text what the line is appended to
   */
  public CsvLine(StringBuilder text) {
    this.text = text;
  }

  /** Text from outside: a leading {@code = + - @}, tab or carriage return gets a {@code '}. */
  public CsvLine cell(String value) {
    return literal(looksLikeFormula(value) ? "'" + value : value);
  }

  /** A number, a truth value, or another cell that cannot be a formula. */
  public CsvLine literal(String value) {
    if (started) {
      text.append(',');
    }
    started = true;
    if (needsQuotes(value)) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(value);
    }
    return this;
  }

  public void end() {
    text.append("\r\n");
  }

  private static boolean looksLikeFormula(String value) {
    return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (",\"\r\n".indexOf(value.charAt(i)) >= 0) {
        return true;
      }
    }
    return value.startsWith(" ") || value.endsWith(" ");
  }
}
