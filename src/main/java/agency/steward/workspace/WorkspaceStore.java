package agency.steward.workspace;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;

/**
 * The table of the tenants. Readers get values, never managed rows; only {@link #lock} hands out a
 * row, and what is changed on it is written at once by {@link #flush()}.
 */
@ApplicationScoped
class WorkspaceStore implements PanacheRepositoryBase<WorkspaceRow, UUID> {
  private final StatelessSession reader;

  WorkspaceStore(StatelessSession reader) {
    this.reader = reader;
  }

  @Transactional
  List<Workspace> matching(Where where) {
    return select(where, "");
  }

  /** What tells whether they have changed, without reading them. */
  @Transactional
  Map<WorkspaceId, Mark> marks(Where where) {
    String sql = "SELECT id, revision, jsonb_hash(conditions) FROM workspace WHERE " + where.sql();
    var marks = new LinkedHashMap<WorkspaceId, Mark>();
    where
        .bindTo(reader.createNativeQuery(sql, Object[].class))
        .getResultList()
        .forEach(row ->
            marks.put(new WorkspaceId((UUID) row[0]), new Mark((long) row[1], (int) row[2])));
    return marks;
  }

  /** In the order of their ids, which is the order of registration. */
  @Transactional
  List<Workspace> page(Where where, int limit) {
    return select(where, " ORDER BY id LIMIT " + limit);
  }

  @Transactional
  long count(Where where) {
    String sql = "SELECT count(*) FROM workspace WHERE " + where.sql();
    return where.bindTo(reader.createNativeQuery(sql, Long.class)).getSingleResult();
  }

  /** Those through which others are reached. */
  @Transactional
  List<UUID> administrators() {
    String sql =
        "SELECT DISTINCT admin_workspace_id FROM workspace WHERE admin_workspace_id IS NOT NULL";
    return reader.createNativeQuery(sql, UUID.class).getResultList();
  }

  /** The row itself, held until the transaction ends. */
  @Transactional(TxType.MANDATORY)
  Optional<WorkspaceRow> lock(WorkspaceId id) {
    return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  /** Writes nothing of it: what means the same may stand there otherwise, as jsonb does. */
  void leave(WorkspaceRow row) {
    getEntityManager().detach(row);
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
    return where.bindTo(reader.createNativeQuery(sql, UUID.class)).getResultList();
  }

  /** Whether any of these rows would have more labels than that. */
  @Transactional(TxType.MANDATORY)
  boolean anyWithMoreLabels(Where where, LabelChange change, int most) {
    String sql =
        "SELECT count(*) FROM workspace WHERE %s AND (SELECT count(*) FROM jsonb_object_keys(%s)) > %s"
            .formatted(where.sql(), after(where, change), where.bind(most));
    return where.bindTo(reader.createNativeQuery(sql, Long.class)).getSingleResult() > 0;
  }

  private static String after(Where where, LabelChange change) {
    String set = where.bind(StoredJson.labels(change.set()));
    String remove = where.bind(String.join(",", change.remove()));
    return "((labels || CAST(%s AS jsonb)) - string_to_array(%s, ','))".formatted(set, remove);
  }

  private List<Workspace> select(Where where, String tail) {
    String sql = "SELECT * FROM workspace WHERE " + where.sql() + tail;
    return where.bindTo(reader.createNativeQuery(sql, WorkspaceRow.class)).getResultList().stream()
        .map(WorkspaceRows::read)
        .toList();
  }
}
