package agency.steward.changeset.ask;

import agency.steward.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** CSV after RFC 4180 as lines of cells; says at which line of the text each begins. */
final class CsvLines {
  private final String text;
  private final Faults faults;
  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private int at;
  private int line = 1;

  /**
   * One record.
   *
   * @param number the line of the text at which it begins, from 1
   */
  record Line(int number, List<String> cells) {
    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private CsvLines(String text, Faults faults) {
    this.text = text;
    this.faults = faults;
  }

  /** Every line that is not blank. */
  static List<Line> of(String text, Faults faults) {
    var reader = new CsvLines(text.startsWith("\uFEFF") ? text.substring(1) : text, faults);
    while (reader.at < reader.text.length()) {
      reader.line();
    }
    return reader.lines;
  }

  private void line() {
    int began = line;
    boolean more = true;
    while (more) {
      cell();
      cells.add(cell.toString());
      cell.setLength(0);
      more = at < text.length() && text.charAt(at) == ',';
      at += more ? 1 : 0;
    }
    endOfLine();
    var read = new Line(began, List.copyOf(cells));
    if (!read.isBlank()) {
      lines.add(read);
    }
    cells = new ArrayList<>();
  }

  private void endOfLine() {
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private void cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      quoted();
      return;
    }
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      cell.append(text.charAt(at++));
    }
  }

  private void quoted() {
    int began = line;
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        at++;
      } else if (c == '"') {
        at++;
        afterQuote();
        return;
      } else if (c == '\n') {
        line++;
      }
      cell.append(c);
    }
    faults.add(ProblemCode.MALFORMED_REQUEST, "line " + began, "A quotation mark is never closed");
  }

  private void afterQuote() {
    if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      faults.add(
          ProblemCode.MALFORMED_REQUEST,
          "line " + line,
          "After a closing quotation mark comes a comma or the end of the line");
      while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
  }
}
