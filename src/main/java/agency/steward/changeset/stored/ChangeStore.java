package agency.steward.changeset.stored;

import agency.steward.workspace.WorkspaceId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** Reads the rows of change sets; hands out values only, and writes nothing. */
@ApplicationScoped
@Transactional
public class ChangeStore {
  private static final int AT_ONCE = 2_000;
  private static final String IN_DOUBT =
      """
      SELECT object_id FROM change
      WHERE workspace_id = ? AND look_at IS NOT NULL AND effect = 'reduces' AND object_id IS NOT NULL
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

  private final StatelessSession session;
  private final SqlStore database;

  ChangeStore(StatelessSession session, SqlStore database) {
    this.session = session;
    this.database = database;
  }

  /** Rows in their order. */
  public List<RecordedChange> changes(
      ChangeSetId id,
      Optional<Result> result,
      Optional<WorkspaceId> workspace,
      int after,
      int size) {
    String sql =
        "SELECT * FROM change WHERE change_set_id = :id AND seq > :after"
            + (result.isPresent() ? " AND result = :result" : "")
            + (workspace.isPresent() ? " AND workspace_id = :workspace" : "")
            + " ORDER BY seq LIMIT "
            + size;
    var query = rows(sql).setParameter("id", id.value()).setParameter("after", after);
    result.ifPresent(wanted -> query.setParameter("result", wanted.wire()));
    workspace.ifPresent(wanted -> query.setParameter("workspace", wanted.value()));
    return read(query);
  }

  /** All of them, page by page; no transaction of its own is held over the pages. */
  @Transactional(TxType.SUPPORTS)
  public List<RecordedChange> all(ChangeSetId id, Optional<Result> result) {
    var all = new ArrayList<RecordedChange>();
    List<RecordedChange> page;
    do {
      int after = all.isEmpty() ? 0 : all.getLast().seq();
      page =
          QuarkusTransaction.joiningExisting()
              .call(() -> changes(id, result, Optional.empty(), after, AT_ONCE));
      all.addAll(page);
    } while (page.size() == AT_ONCE);
    return all;
  }

  /** Rows of a set that have changed since, in the order of that. */
  public List<RecordedChange> after(ChangeSetId id, long event, int size) {
    String sql =
        "SELECT * FROM change WHERE change_set_id = :id AND event > :event ORDER BY event LIMIT "
            + size;
    return read(rows(sql).setParameter("id", id.value()).setParameter("event", event));
  }

  /** Rows at which somebody has to look by now, the longest waiting first. */
  public List<RecordedChange> due(Instant now, int size) {
    String sql = "SELECT * FROM change WHERE look_at <= :now ORDER BY look_at LIMIT " + size;
    return read(rows(sql).setParameter("now", now));
  }

  /** Instantly's ids of whom unfinished changes in this workspace take access from. */
  @Transactional(TxType.SUPPORTS)
  public Set<String> inDoubt(WorkspaceId workspace) {
    return Set.copyOf(database.column(IN_DOUBT, String.class, workspace.value()));
  }

  /**
   * Instantly's ids of what changes under this lock have made here: it is theirs, whoever else
   * looks for something like it.
   */
  @Transactional(TxType.SUPPORTS)
  public Set<String> made(WorkspaceId workspace, String lock) {
    return Set.copyOf(database.column(MADE, String.class, workspace.value(), lock));
  }

  /**
   * Whether somebody has made as many removals, demotions and cancelled invitations since then.
   *
   * @param many counted no further than this
   */
  @Transactional(TxType.SUPPORTS)
  public boolean hasRiskyRows(String principal, Instant since, int many) {
    return database.column(RISKY, Long.class, principal, since, many).getFirst() >= many;
  }

  private NativeQuery<ChangeRow> rows(String sql) {
    return session.createNativeQuery(sql, ChangeRow.class);
  }

  private static List<RecordedChange> read(NativeQuery<ChangeRow> query) {
    return query.getResultList().stream().map(ChangeRow::read).toList();
  }
}
