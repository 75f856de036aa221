package agency.steward.changeset.stored;

import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;

/** Reads change sets as wholes; hands out values only. {@link ChangeWriteStore} writes. */
@ApplicationScoped
@Transactional
public class ChangeSetStore {
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
  private static final String TOUCHES =
      " AND EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id AND c.workspace_id = :workspace)";

  private final StatelessSession session;

  ChangeSetStore(StatelessSession session) {
    this.session = session;
  }

  public Optional<ChangeSet> find(ChangeSetId id) {
    return read(sets("SELECT * FROM change_set WHERE id = :id").setParameter("id", id.value()))
        .stream()
        .findFirst();
  }

  /** Newest first. */
  public List<ChangeSet> page(ChangeSetFilter filter, Optional<ChangeSetId> after, int size) {
    String sql =
        "SELECT s.* FROM change_set s WHERE TRUE"
            + filter.visible().map(ids -> ALL_VISIBLE).orElse("")
            + filter.workspace().map(id -> TOUCHES).orElse("")
            + filter.state().map(state -> " AND s.state = :state").orElse("")
            + filter.kind().map(kind -> " AND s.kind = :kind").orElse("")
            + filter.createdBy().map(by -> " AND s.created_by = :by").orElse("")
            + after.map(id -> " AND s.id < :after").orElse("")
            + " ORDER BY s.id DESC LIMIT "
            + size;
    var query = sets(sql);
    filter.visible().ifPresent(ids -> query.setParameter("visible", joined(ids)));
    filter.workspace().ifPresent(id -> query.setParameter("workspace", id.value()));
    filter.state().ifPresent(state -> query.setParameter("state", state.wire()));
    filter.kind().ifPresent(kind -> query.setParameter("kind", kind));
    filter.createdBy().ifPresent(by -> query.setParameter("by", by));
    after.ifPresent(id -> query.setParameter("after", id.value()));
    return read(query);
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
    var summaries = new HashMap<ChangeSetId, Summary>();
    session
        .createNativeQuery(SUMMARY, Object[].class)
        .setParameter("ids", ids.stream().map(Object::toString).collect(Collectors.joining(",")))
        .getResultList()
        .forEach(
            row -> summaries.merge(new ChangeSetId((UUID) row[0]), summary(row), Summary::and));
    return summaries;
  }

  private static Summary summary(Object[] row) {
    return Summary.of(
        (String) row[1],
        Result.of((String) row[2]).orElseThrow(),
        ((Number) row[3]).longValue(),
        (String) row[4],
        StoredJson.read((String) row[5], ArrayNode.class));
  }

  private static String joined(Set<WorkspaceId> ids) {
    return ids.stream().map(WorkspaceId::toString).collect(Collectors.joining(","));
  }

  private NativeQuery<ChangeSetRow> sets(String sql) {
    return session.createNativeQuery(sql, ChangeSetRow.class);
  }

  private static List<ChangeSet> read(NativeQuery<ChangeSetRow> query) {
    return query.getResultList().stream().map(ChangeSetRow::read).toList();
  }
}
