package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Rows as a spreadsheet gives them. What a spreadsheet may have turned into something else is
 * refused, never guessed at (accident 12).
 */
final class CsvTable {
  private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+");
  private static final String FORMULA = "=+-@\t\r";

  private final BulkKind kind;
  private final Faults faults;
  private final CsvHeader header;

  CsvTable(BulkKind kind, Faults faults) {
    this.kind = kind;
    this.faults = faults;
    this.header = new CsvHeader(kind);
  }

  /** The rows, each with what its faults are called by. */
  List<RowAsked> rows(String text) {
    List<CsvLines.Line> lines = CsvLines.of(text, faults);
    List<String> columns = header.columns(lines, faults);
    if (columns.isEmpty()) {
      return List.of();
    }
    var rows = new ArrayList<RowAsked>(lines.size());
    for (CsvLines.Line line : lines.subList(1, lines.size())) {
      if (!isWithoutSubject(line, columns)) {
        rows.add(new RowAsked("line " + line.number() + ", column ", row(line, columns), true));
      }
    }
    return rows;
  }

  /** An export has such a line for a workspace that could not be read. */
  private boolean isWithoutSubject(CsvLines.Line line, List<String> columns) {
    boolean result = false;
    for (int i = 0; i < Math.min(line.cells().size(), columns.size()); i++) {
      boolean empty = line.cells().get(i).isBlank();
      if (kind.columns().contains(columns.get(i)) && !empty) {
        return false;
      }
      result |= columns.get(i).equals("result") && !empty;
    }
    return result;
  }

  private ObjectNode row(CsvLines.Line line, List<String> columns) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    if (line.cells().size() > columns.size()) {
      faults.add(
          ProblemCode.MALFORMED_REQUEST,
          "line " + line.number(),
          "It has more cells than there are columns");
    }
    for (int i = 0; i < Math.min(line.cells().size(), columns.size()); i++) {
      String column = columns.get(i);
      String cell = line.cells().get(i).strip();
      if (header.isAsked(column) && !cell.isEmpty()) {
        row.put(column, plain(cell, "line " + line.number() + ", column " + column));
      }
    }
    return row;
  }

  private String plain(String cell, String where) {
    if (cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0) {
      return cell.substring(1);
    }
    if (ROUNDED.matcher(cell).matches()) {
      faults.add(where, "A spreadsheet has rounded this to a number; write it out as text");
    } else if (FORMULA.indexOf(cell.charAt(0)) >= 0) {
      faults.add(where, "This looks like a formula; put a ' before it if it is meant literally");
    }
    return cell;
  }
}
