package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.problem.ProblemCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The first line of a CSV: which columns there are. */
record CsvHeader(BulkKind kind) {
  /** Columns of an export that say what became of a row: not asked for, and not wrong. */
  static final Set<String> RESULTS =
      Set.of(
          "seq",
          "workspace_id",
          "workspace_name",
          "subject",
          "action",
          "before",
          "after",
          "reversibility",
          "effect",
          "effects",
          "guard",
          "result",
          "verified",
          "attempts",
          "found",
          "problem",
          "applied_at",
          "vault_path");

  /** Empty, and a fault, where the first line is none. */
  List<String> columns(List<CsvLines.Line> lines, Faults faults) {
    if (lines.isEmpty()) {
      faults.add("line 1", "The CSV is empty; its first line names the columns: " + known());
      return List.of();
    }
    List<String> columns = lines.getFirst().cells().stream().map(String::strip).toList();
    if (lines.size() == 1 && !columns.stream().allMatch(this::isKnown)) {
      faults.add(
          "line 1",
          "This is the only line, and it does not name the columns: "
              + known()
              + ". A file with more lines is sent with curl's --data-binary; -d joins them");
      return List.of();
    }
    check(columns, "line " + lines.getFirst().number() + ", column ", faults);
    return columns;
  }

  private void check(List<String> columns, String where, Faults faults) {
    var seen = new HashSet<String>();
    for (String column : columns) {
      if (!seen.add(column)) {
        faults.add(ProblemCode.MALFORMED_REQUEST, where + column, "This column stands there twice");
      } else if (!isKnown(column)) {
        faults.add(
            ProblemCode.UNKNOWN_FIELD,
            where + column,
            "There is no such column. Known here: " + known());
      }
    }
    if (!seen.contains(kind.workspaceColumn())) {
      faults.add(where + kind.workspaceColumn(), "This column is needed");
    }
  }

  private boolean isKnown(String column) {
    return isAsked(column) || RESULTS.contains(column);
  }

  /** Whether its cells say what is to be done, and not what became of it. */
  boolean isAsked(String column) {
    return column.equals(kind.workspaceColumn()) || kind.columns().contains(column);
  }

  private String known() {
    return kind.workspaceColumn() + ", " + String.join(", ", kind.columns());
  }
}
