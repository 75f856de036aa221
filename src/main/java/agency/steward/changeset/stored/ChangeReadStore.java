package agency.steward.changeset.stored;

import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** Reads change sets and their rows; hands out values only. */
@ApplicationScoped
@Transactional
public class ChangeReadStore {
  private static final String SUMMARY =
      """
      SELECT change_set_id, action, result, count(*), string_agg(DISTINCT CAST(workspace_id AS text), ','),
        CAST(coalesce(jsonb_path_query_array(jsonb_agg(violations), '$[*][*]'), '[]') AS text)
      FROM change WHERE change_set_id = ANY (CAST(string_to_array(:ids, ',') AS uuid[]))
      GROUP BY change_set_id, action, result
      """;
  private static final String ALL_VISIBLE =
      """
       AND EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id)
       AND NOT EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id
         AND c.workspace_id <> ALL (CAST(string_to_array(:visible, ',') AS uuid[])))
      """;

  private final StatelessSession session;

  ChangeReadStore(StatelessSession session) {
    this.session = session;
  }

  public Optional<ChangeSet> find(ChangeSetId id) {
    return sets("SELECT * FROM change_set WHERE id = :id")
        .setParameter("id", id.value())
        .getResultList()
        .stream()
        .findFirst()
        .map(ChangeSetRow::read);
  }

  /** Newest first. */
  public List<ChangeSet> page(ChangeSetFilter filter, Optional<ChangeSetId> after, int size) {
    var sql = new StringBuilder("SELECT s.* FROM change_set s WHERE TRUE");
    filter.visible().ifPresent(ids -> sql.append(ALL_VISIBLE));
    filter.state().ifPresent(state -> sql.append(" AND s.state = :state"));
    filter.kind().ifPresent(kind -> sql.append(" AND s.kind = :kind"));
    filter.createdBy().ifPresent(by -> sql.append(" AND s.created_by = :by"));
    filter
        .workspace()
        .ifPresent(id ->
            sql.append(
                " AND EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id AND"
                    + " c.workspace_id = :workspace)"));
    after.ifPresent(id -> sql.append(" AND s.id < :after"));
    var query = sets(sql.append(" ORDER BY s.id DESC LIMIT ").append(size).toString());
    filter.visible().ifPresent(ids -> query.setParameter("visible", joined(ids)));
    filter.state().ifPresent(state -> query.setParameter("state", state.wire()));
    filter.kind().ifPresent(kind -> query.setParameter("kind", kind));
    filter.createdBy().ifPresent(by -> query.setParameter("by", by));
    filter.workspace().ifPresent(id -> query.setParameter("workspace", id.value()));
    after.ifPresent(id -> query.setParameter("after", id.value()));
    return query.getResultList().stream().map(ChangeSetRow::read).toList();
  }

  /** Rows in their order. */
  public List<RecordedChange> changes(
      ChangeSetId id,
      Optional<Result> result,
      Optional<WorkspaceId> workspace,
      int after,
      int size) {
    var query =
        rows("SELECT * FROM change WHERE change_set_id = :id AND seq > :after"
                + (result.isPresent() ? " AND result = :result" : "")
                + (workspace.isPresent() ? " AND workspace_id = :workspace" : "")
                + " ORDER BY seq LIMIT "
                + size)
            .setParameter("id", id.value())
            .setParameter("after", after);
    result.ifPresent(wanted -> query.setParameter("result", wanted.wire()));
    workspace.ifPresent(wanted -> query.setParameter("workspace", wanted.value()));
    return query.getResultList().stream().map(ChangeRow::read).toList();
  }

  public Set<WorkspaceId> workspaces(ChangeSetId id) {
    return session
        .createNativeQuery(
            "SELECT DISTINCT workspace_id FROM change WHERE change_set_id = :id", UUID.class)
        .setParameter("id", id.value())
        .getResultList()
        .stream()
        .map(WorkspaceId::new)
        .collect(Collectors.toSet());
  }

  /** What the rows of each of these sets come to; nothing for a set without rows. */
  public Map<ChangeSetId, Summary> summaries(List<ChangeSetId> ids) {
    String all = ids.stream().map(ChangeSetId::toString).collect(Collectors.joining(","));
    var summaries = new HashMap<ChangeSetId, Summary>();
    session
        .createNativeQuery(SUMMARY, Object[].class)
        .setParameter("ids", all)
        .getResultList()
        .forEach(row ->
            summaries.merge(
                new ChangeSetId((UUID) row[0]),
                Summary.of(
                    (String) row[1],
                    Result.of((String) row[2]).orElseThrow(),
                    ((Number) row[3]).longValue(),
                    (String) row[4],
                    StoredJson.read((String) row[5], ArrayNode.class)),
                Summary::and));
    return summaries;
  }

  /** Instantly's ids of whom unfinished changes in this workspace take access from. */
  public Set<String> inDoubt(WorkspaceId workspace) {
    return new HashSet<>(
        session
            .createNativeQuery(
                "SELECT object_id FROM change WHERE workspace_id = :workspace AND look_at IS NOT"
                    + " NULL AND effect = 'reduces' AND object_id IS NOT NULL",
                String.class)
            .setParameter("workspace", workspace.value())
            .getResultList());
  }

  /** How many removals, demotions and cancelled invitations somebody has made since then. */
  public long riskyRows(String principal, Instant since) {
    return session
        .createNativeQuery(
            "SELECT count(*) FROM change c JOIN change_set s ON s.id = c.change_set_id WHERE"
                + " s.created_by = :by AND s.created_at > :since AND c.effect = 'reduces' AND"
                + " c.result IN ('applied', 'running', 'unknown')",
            Long.class)
        .setParameter("by", principal)
        .setParameter("since", since)
        .getSingleResult();
  }

  /** Rows at which somebody has to look by now, the longest waiting first. */
  public List<RecordedChange> due(Instant now, int size) {
    return rows("SELECT * FROM change WHERE look_at <= :now ORDER BY look_at LIMIT " + size)
        .setParameter("now", now)
        .getResultList()
        .stream()
        .map(ChangeRow::read)
        .toList();
  }

  private static String joined(Set<WorkspaceId> ids) {
    return ids.stream().map(WorkspaceId::toString).collect(Collectors.joining(","));
  }

  private NativeQuery<ChangeSetRow> sets(String sql) {
    return session.createNativeQuery(sql, ChangeSetRow.class);
  }

  private NativeQuery<ChangeRow> rows(String sql) {
    return session.createNativeQuery(sql, ChangeRow.class);
  }
}
