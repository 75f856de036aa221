package agency.steward.workspace;

import agency.steward.sql.QueryStore;
import agency.steward.sql.Row;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The table of the tenants. Readers get values; only {@link #lock} hands out a row, and what is
 * changed on it is written by {@link #update}.
 */
@ApplicationScoped
class WorkspaceStore {
  private static final String ADD =
      """
      INSERT INTO workspace (id, instantly_workspace_id, name, instantly_name, external_id, labels, state, conditions,
        suspended_reason, suspended_by, suspended_at, credential_mode, key_id, fingerprint, key_version,
        admin_workspace_id, stored_at, revision, created_at, updated_at)
      VALUES (:id, :instantly_workspace_id, :name, :instantly_name, :external_id, CAST(:labels AS jsonb), :state,
        CAST(:conditions AS jsonb), :suspended_reason, :suspended_by, :suspended_at, :credential_mode, :key_id,
        :fingerprint, :key_version, :admin_workspace_id, :stored_at, :revision, :created_at, :updated_at)
      """;
  private static final String CHANGE =
      """
      UPDATE workspace SET name = :name, instantly_name = :instantly_name, external_id = :external_id,
        labels = CAST(:labels AS jsonb), state = :state, conditions = CAST(:conditions AS jsonb),
        suspended_reason = :suspended_reason, suspended_by = :suspended_by, suspended_at = :suspended_at,
        credential_mode = :credential_mode, key_id = :key_id, fingerprint = :fingerprint, key_version = :key_version,
        admin_workspace_id = :admin_workspace_id, stored_at = :stored_at, revision = :revision, updated_at = :updated_at
      WHERE id = :id
      """;

  private final QueryStore database;

  WorkspaceStore(QueryStore database) {
    this.database = database;
  }

  @Transactional
  List<Workspace> matching(Where where) {
    return select(where, "");
  }

  /** What tells whether they have changed, without reading them. */
  @Transactional
  Map<WorkspaceId, Mark> marks(Where where) {
    String sql =
        "SELECT id, revision, jsonb_hash(conditions) AS conditions FROM workspace WHERE "
            + where.sql();
    var marks = new LinkedHashMap<WorkspaceId, Mark>();
    where
        .bindTo(database.query(sql))
        .list(Function.identity())
        .forEach(row -> marks.put(new WorkspaceId(row.get("id", UUID.class)), mark(row)));
    return marks;
  }

  private static Mark mark(Row row) {
    return new Mark(row.number("revision"), (int) row.number("conditions"));
  }

  /** In the order of their ids, which is the order of registration. */
  @Transactional
  List<Workspace> page(Where where, int limit) {
    return select(where, " ORDER BY id LIMIT " + limit);
  }

  @Transactional
  long count(Where where) {
    String sql = "SELECT count(*) FROM workspace WHERE " + where.sql();
    return where.bindTo(database.query(sql)).value(Long.class);
  }

  /** Those through which others are reached. */
  @Transactional
  List<UUID> administrators() {
    String sql =
        "SELECT DISTINCT admin_workspace_id FROM workspace WHERE admin_workspace_id IS NOT NULL";
    return database.query(sql).column(UUID.class);
  }

  /** The row itself, held until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  Optional<WorkspaceRow> lock(WorkspaceId id) {
    return database
        .query("SELECT * FROM workspace WHERE id = :id FOR NO KEY UPDATE")
        .set("id", id.value())
        .first(WorkspaceRows::of);
  }

  /** All of them or none. */
  @Transactional(TxType.MANDATORY)
  void add(List<WorkspaceRow> rows) {
    database.forAll(ADD, rows.stream().map(WorkspaceRows::columns).toList());
  }

  /** Writes what was changed on a row that is locked, as its next revision. */
  @Transactional(TxType.MANDATORY)
  void update(WorkspaceRow row) {
    row.revision++;
    database.forAll(CHANGE, List.of(WorkspaceRows.columns(row)));
  }

  @Transactional(TxType.MANDATORY)
  void delete(WorkspaceId id) {
    database.query("DELETE FROM workspace WHERE id = :id").set("id", id.value()).update();
  }

  /** Changes the labels of many rows, in the order of their ids so that two such calls queue. */
  @Transactional(TxType.MANDATORY)
  List<UUID> label(Where where, LabelChange change, Instant now) {
    String after = after(where, change);
    String sql =
        """
        WITH picked AS (SELECT id FROM workspace WHERE %s ORDER BY id FOR UPDATE)
        UPDATE workspace SET labels = %s, revision = revision + 1, updated_at = %s
        FROM picked WHERE workspace.id = picked.id AND labels <> %s RETURNING workspace.id
        """
            .formatted(where.sql(), after, where.bind(now), after);
    return where.bindTo(database.query(sql)).column(UUID.class);
  }

  /** Whether any of these rows would have more labels than that. */
  @Transactional(TxType.MANDATORY)
  boolean anyWithMoreLabels(Where where, LabelChange change, int most) {
    String sql =
        "SELECT count(*) FROM workspace WHERE %s AND (SELECT count(*) FROM jsonb_object_keys(%s)) > %s"
            .formatted(where.sql(), after(where, change), where.bind(most));
    return where.bindTo(database.query(sql)).value(Long.class) > 0;
  }

  private static String after(Where where, LabelChange change) {
    String set = where.bind(StoredJson.labels(change.set()));
    String remove = where.bind(String.join(",", change.remove()));
    return "((labels || CAST(%s AS jsonb)) - string_to_array(%s, ','))".formatted(set, remove);
  }

  private List<Workspace> select(Where where, String tail) {
    String sql = "SELECT * FROM workspace WHERE " + where.sql() + tail;
    return where.bindTo(database.query(sql)).list(row -> WorkspaceRows.read(WorkspaceRows.of(row)));
  }
}
