package agency.steward.changeset.planning;

import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.SqlStore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.stream.IntStream;

/** Writes the rows of plans. Each step in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PlanRowStore {
  /** So many are written down while the database takes in those before them. */
  private static final int BLOCK = 500;

  private static final String ROWS =
      """
      COPY change (change_set_id, seq, workspace_id, workspace_name, subject, object_id, action, before, after,
        reversibility, effect, lock, intent, result, violations, verified, problem, wish, kind, named, phase, found) FROM STDIN
      """;

  private final SqlStore database;

  PlanRowStore(SqlStore database) {
    this.database = database;
  }

  void clear(ChangeSetId id) {
    database.update("DELETE FROM change WHERE change_set_id = ?", id.value());
  }

  /** Those of a set that exists: what holds its row in this transaction knows that. */
  void add(ChangeSetId id, String kind, List<PlannedRow> rows) {
    String set = id.toString();
    var starts = IntStream.iterate(0, from -> from < rows.size(), from -> from + BLOCK);
    database.copy(
        ROWS,
        starts
                .mapToObj(from -> rows.subList(from, Math.min(rows.size(), from + BLOCK)))
                .map(block -> text(set, kind, block))
            ::iterator);
  }

  private static byte[] text(String set, String kind, List<PlannedRow> rows) {
    var text = new CopyText();
    rows.forEach(row -> add(text, set, kind, row));
    return text.bytes();
  }

  private static void add(CopyText text, String set, String kind, PlannedRow row) {
    Change change = row.change();
    text.plain(set)
        .value(row.seq())
        .plain(row.workspace().toString())
        .value(row.workspaceName())
        .value(row.subject())
        .value(change.objectId())
        .value(change.action())
        .value(row.text().before())
        .value(row.text().after())
        .plain(change.reversibility().wire())
        .plain(change.effect().wire())
        .value(row.step().map(step -> step.intent().lock()).orElseGet(() -> "row:" + row.seq()))
        .value(row.text().intent())
        .plain(row.result().wire())
        .value(row.violationsJson())
        .value(row.isVerified())
        .value(row.why().map(why -> Refusals.stored(why).toString()))
        .value(row.text().wish())
        .value(row.step().map(step -> step.kind().name()).filter(own -> !own.equals(kind)))
        .value(row.step().map(step -> step.named()).orElse(true))
        .value(row.phase())
        .value(row.found().map(JsonNode::toString))
        .endOfLine();
  }
}
