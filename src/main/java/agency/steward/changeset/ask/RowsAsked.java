package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows and specs as they stand in JSON. */
final class RowsAsked {
  private RowsAsked() {}

  /** A row that is null is a fault. */
  static List<RowAsked> json(List<ObjectNode> rows, Faults faults) {
    var asked = new ArrayList<RowAsked>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      String where = "/rows/" + i;
      Optional.ofNullable(rows.get(i))
          .ifPresentOrElse(
              row -> asked.add(new RowAsked(where + "/", row, false)),
              () -> faults.add(where, "A row is an object"));
    }
    return asked;
  }

  /** What the spec wants, in the words of the kind. */
  static List<ObjectNode> spec(BulkKind kind, ObjectNode spec, Faults faults) {
    return kind.spec(fields(spec, "/spec/", faults).only(Set.copyOf(kind.specFields())));
  }

  /** The fields of a row in the words of the kind. */
  static ObjectNode row(BulkKind kind, RowAsked row, Faults faults) {
    ObjectNode own = row.fields().deepCopy();
    own.remove(kind.workspaceColumn());
    own.remove(CsvHeader.RESULTS);
    return kind.row(fields(own, row.where(), faults).only(Set.copyOf(kind.columns())));
  }

  /** Which workspace a row is about; empty where it does not say, a fault where that is no text. */
  static Optional<String> workspace(BulkKind kind, RowAsked row, Faults faults) {
    return fields(row.fields(), row.where(), faults).text(kind.workspaceColumn());
  }

  private static Fields fields(ObjectNode own, String where, Faults faults) {
    return new Fields(own, (code, field, fault) -> faults.add(code, where + field, fault));
  }
}
