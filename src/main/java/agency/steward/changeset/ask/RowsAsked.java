package agency.steward.changeset.ask;

import agency.steward.changeset.BulkKind;
import agency.steward.changeset.Fields;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows and specs as they stand in JSON. */
final class RowsAsked {
  private RowsAsked() {}

  static List<RowAsked> json(List<ObjectNode> rows) {
    var asked = new ArrayList<RowAsked>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      asked.add(new RowAsked("/rows/" + i + "/", rows.get(i), false));
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

  private static Fields fields(ObjectNode own, String where, Faults faults) {
    return new Fields(own, (code, field, fault) -> faults.add(code, where + field, fault));
  }
}
