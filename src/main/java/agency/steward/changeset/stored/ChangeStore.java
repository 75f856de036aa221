package agency.steward.changeset.stored;

import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the rows of change sets; hands out values only, and writes nothing. */
@ApplicationScoped
@Transactional(TxType.SUPPORTS)
public class ChangeStore {
  private static final int AT_ONCE = 2_000;

  /**
   * As one range of (workspace, set, row): nothing is known yet of how many rows a set that was
   * just planned has, and PostgreSQL would go through all of them by their numbers.
   */
  private static final String OF_LANE =
      "SELECT "
          + ChangeRow.TO_BE_MADE
          + """
          FROM change
          WHERE workspace_id = ? AND (workspace_id, change_set_id, seq) >= (?, ?, 0)
            AND (workspace_id, change_set_id, seq) <= (?, ?, 2147483647) AND result = ?
          ORDER BY change_set_id, seq LIMIT 20000
          """;

  private static final String IN_DOUBT =
      """
      SELECT object_id FROM change
      WHERE workspace_id = ? AND (look_at IS NOT NULL OR result = 'running') AND effect = 'reduces' AND object_id IS NOT NULL
      """;
  private static final String MADE =
      """
      SELECT DISTINCT found ->> 'id' FROM change
      WHERE workspace_id = ? AND lock = ? AND result = 'applied' AND found ->> 'id' IS NOT NULL
      """;
  private static final String RISKY =
      """
      SELECT count(*) FROM (
        SELECT FROM change_set s JOIN change c ON c.change_set_id = s.id
        WHERE s.created_by = ? AND s.created_at > ? AND c.effect = 'reduces'
          AND c.result IN ('applied', 'running', 'unknown')
        LIMIT ?) counted
      """;

  private final SqlStore database;

  ChangeStore(SqlStore database) {
    this.database = database;
  }

  /** Rows in their order. */
  public List<RecordedChange> changes(
      ChangeSetId id,
      Optional<Result> result,
      Optional<WorkspaceId> workspace,
      int after,
      int size) {
    var values = new ArrayList<Object>(List.of(id.value(), after));
    result.ifPresent(wanted -> values.add(wanted.wire()));
    workspace.ifPresent(wanted -> values.add(wanted.value()));
    return read(
        "change_set_id = ? AND seq > ?"
            + (result.isPresent() ? " AND result = ?" : "")
            + (workspace.isPresent() ? " AND workspace_id = ?" : "")
            + " ORDER BY seq LIMIT "
            + size,
        values.toArray());
  }

  /** All rows of a lane that stand like this, in their order; without wishes and violations. */
  public List<RecordedChange> ofLane(ChangeSetId id, WorkspaceId workspace, Result result) {
    UUID where = workspace.value();
    UUID set = id.value();
    return database.rows(OF_LANE, where, where, set, where, set, result.wire()).stream()
        .map(ChangeRow::read)
        .toList();
  }

  /** All of them, page by page. */
  public List<RecordedChange> all(ChangeSetId id, Optional<Result> result) {
    var all = new ArrayList<RecordedChange>();
    List<RecordedChange> page;
    do {
      int after = all.isEmpty() ? 0 : all.getLast().seq();
      page = changes(id, result, Optional.empty(), after, AT_ONCE);
      all.addAll(page);
    } while (page.size() == AT_ONCE);
    return all;
  }

  /** Rows of a set that have changed since, in the order of that. */
  public List<RecordedChange> after(ChangeSetId id, long event, int size) {
    return read(
        "change_set_id = ? AND event > 0 AND event > ? ORDER BY event LIMIT " + size,
        id.value(),
        event);
  }

  /** Rows at which somebody has to look by now, the longest waiting first. */
  public List<RecordedChange> due(Instant now, int size) {
    return read("look_at <= ? ORDER BY look_at LIMIT " + size, now);
  }

  /** Instantly's ids of whom unfinished changes in this workspace take access from. */
  public Set<String> inDoubt(WorkspaceId workspace) {
    return Set.copyOf(database.column(IN_DOUBT, String.class, workspace.value()));
  }

  /**
   * Instantly's ids of what changes under this lock have made here: it is theirs, whoever else
   * looks for something like it.
   */
  public Set<String> made(WorkspaceId workspace, String lock) {
    return Set.copyOf(database.column(MADE, String.class, workspace.value(), lock));
  }

  /**
   * Whether somebody has made as many removals, demotions and cancelled invitations since then.
   *
   * @param many counted no further than this
   */
  public boolean hasRiskyRows(String principal, Instant since, int many) {
    return database.column(RISKY, Long.class, principal, since, many).getFirst() >= many;
  }

  private List<RecordedChange> read(String which, Object... values) {
    String sql = "SELECT " + ChangeRow.COLUMNS + " FROM change WHERE " + which;
    return database.rows(sql, values).stream().map(ChangeRow::read).toList();
  }
}
