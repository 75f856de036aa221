package agency.steward.changeset.stored;

import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** Reads the rows of change sets; hands out values only. {@link ChangeWriteStore} writes. */
@ApplicationScoped
@Transactional
public class ChangeStore {
  private static final String IN_DOUBT =
      """
      SELECT object_id FROM change
      WHERE workspace_id = :workspace AND look_at IS NOT NULL AND effect = 'reduces' AND object_id IS NOT NULL
      """;
  private static final String RISKY =
      """
      SELECT count(*) FROM (
        SELECT FROM change_set s JOIN change c ON c.change_set_id = s.id
        WHERE s.created_by = :by AND s.created_at > :since AND c.effect = 'reduces'
          AND c.result IN ('applied', 'running', 'unknown')
        LIMIT :enough) counted
      """;

  private final StatelessSession session;

  ChangeStore(StatelessSession session) {
    this.session = session;
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

  /** Rows at which somebody has to look by now, the longest waiting first. */
  public List<RecordedChange> due(Instant now, int size) {
    String sql = "SELECT * FROM change WHERE look_at <= :now ORDER BY look_at LIMIT " + size;
    return read(rows(sql).setParameter("now", now));
  }

  /** Instantly's ids of whom unfinished changes in this workspace take access from. */
  public Set<String> inDoubt(WorkspaceId workspace) {
    return new HashSet<>(
        session
            .createNativeQuery(IN_DOUBT, String.class)
            .setParameter("workspace", workspace.value())
            .getResultList());
  }

  /**
   * Whether somebody has made as many removals, demotions and cancelled invitations since then.
   *
   * @param many counted no further than this
   */
  public boolean hasRiskyRows(String principal, Instant since, int many) {
    return session
            .createNativeQuery(RISKY, Long.class)
            .setParameter("by", principal)
            .setParameter("since", since)
            .setParameter("enough", many)
            .getSingleResult()
        >= many;
  }

  private NativeQuery<ChangeRow> rows(String sql) {
    return session.createNativeQuery(sql, ChangeRow.class);
  }

  private static List<RecordedChange> read(NativeQuery<ChangeRow> query) {
    return query.getResultList().stream().map(ChangeRow::read).toList();
  }
}
