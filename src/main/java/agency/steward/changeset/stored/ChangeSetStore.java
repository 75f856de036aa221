package agency.steward.changeset.stored;

import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
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

/** Reads change sets as wholes; hands out values only, and writes nothing. */
@ApplicationScoped
@Transactional
public class ChangeSetStore {
  /** Not the request and its targets: they may be megabytes, and sets are read time and again. */
  private static final String SETS =
      """
      SELECT s.id, s.kind, s.state, s.reason, s.created_by, s.created_at, s.digest, s.required_approvals, s.planned_at,
        s.expires_at, s.started_at, s.finished_at, s.undo_of, s.bulk, s.created_as, s.apply_when_allowed, s.violations,
        s.coverage, s.overrides, s.events
      FROM change_set s
      """;

  private static final String VIOLATIONS =
      """
      SELECT change_set_id, CAST(v.rule AS text), string_agg(CAST(seq AS text), ',' ORDER BY seq)
      FROM change, LATERAL (SELECT each - 'seqs' AS rule FROM jsonb_array_elements(violations) each) v
      WHERE change_set_id = ANY (CAST(string_to_array(:ids, ',') AS uuid[])) AND violations <> '[]'
      GROUP BY change_set_id, v.rule ORDER BY min(seq)
      """;

  /**
   * What rows come to, and what is still to be done, by going through them once. Calls of a lane:
   * its identity is proven, its list is read before and after, each row is written; rows of objects
   * that are not there yet are made a hundred at a time. They use the quota of the workspace, and
   * of the one that it is reached through.
   */
  private static final String COUNTS =
      """
      WITH tally AS MATERIALIZED (
          SELECT change_set_id, workspace_id, action, result, count(*) AS n, count(*) FILTER (WHERE object_id IS NULL) AS added,
            count(*) FILTER (WHERE violations <> '[]') AS minded
          FROM change WHERE change_set_id = ANY (?) GROUP BY change_set_id, workspace_id, action, result),
        open AS (
          SELECT change_set_id, workspace_id, sum(n) AS n, sum(added) AS added
          FROM tally WHERE result IN ('pending', 'running') GROUP BY change_set_id, workspace_id),
        seen AS (
          SELECT id AS change_set_id, key::uuid AS workspace_id, value::integer AS people
          FROM change_set, jsonb_each_text(coalesce(people, '{}')) WHERE id IN (SELECT change_set_id FROM open)),
        lanes AS (
          SELECT change_set_id, workspace_id, n, n + 1 + 2 * ceil(greatest(1, coalesce(people, n)) / 100.0)
            * CASE WHEN added = 0 THEN 1 ELSE ceil(n / 100.0) END AS calls
          FROM open LEFT JOIN seen USING (change_set_id, workspace_id)),
        quotas AS (
          SELECT change_set_id, sum(calls) AS calls
          FROM lanes LEFT JOIN workspace w ON w.id = workspace_id
            CROSS JOIN LATERAL (VALUES (workspace_id), (w.admin_workspace_id)) AS q (whose)
          WHERE whose IS NOT NULL GROUP BY change_set_id, whose),
        to_do AS (
          SELECT change_set_id, sum(n) AS n, sum(calls) AS calls, count(*) AS lanes,
            (SELECT max(q.calls) FROM quotas q WHERE q.change_set_id = lanes.change_set_id) AS deepest
          FROM lanes GROUP BY change_set_id)
      SELECT t.change_set_id, t.action, t.result, sum(t.n), sum(t.minded), min(o.n), min(o.calls), min(o.deepest), min(o.lanes)
      FROM tally t LEFT JOIN to_do o USING (change_set_id) GROUP BY t.change_set_id, t.action, t.result
      """;

  private static final String ALL_VISIBLE =
      """
       AND (s.bulk OR EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id))
       AND s.targets <@ CAST(string_to_array(:visible, ',') AS uuid[])
       AND (s.bulk OR NOT EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id
         AND c.workspace_id <> ALL (CAST(string_to_array(:visible, ',') AS uuid[]))))
      """;
  private static final String AWAITING =
      """
       AND s.state = 'planned' AND s.expires_at > :now AND s.created_by <> :me
       AND (s.required_approvals > (SELECT count(*) FROM change_set_approval a WHERE a.change_set_id = s.id)
         OR s.violations @> '[{"overridable": true}]')
       AND NOT EXISTS (SELECT FROM change_set_approval a WHERE a.change_set_id = s.id AND a.principal = :me)
      """;
  private static final String TOUCHES =
      " AND (:workspace = ANY (s.targets) OR EXISTS (SELECT FROM change c WHERE c.change_set_id = s.id"
          + " AND c.workspace_id = :workspace))";

  private final StatelessSession session;
  private final SqlStore database;

  ChangeSetStore(StatelessSession session, SqlStore database) {
    this.session = session;
    this.database = database;
  }

  public Optional<ChangeSet> find(ChangeSetId id) {
    return read(sets(SETS + "WHERE s.id = :id").setParameter("id", id.value())).stream()
        .findFirst();
  }

  /** For whoever asks time and again whether it stands elsewhere. */
  @Transactional(TxType.SUPPORTS)
  public Optional<State> state(ChangeSetId id) {
    String sql = "SELECT state FROM change_set WHERE id = ?";
    return database.column(sql, String.class, id.value()).stream()
        .flatMap(state -> State.of(state).stream())
        .findFirst();
  }

  /** Newest first. */
  public List<ChangeSet> page(ChangeSetFilter filter, Optional<ChangeSetId> after, int size) {
    String sql =
        SETS
            + "WHERE TRUE"
            + filter.visible().map(ids -> ALL_VISIBLE).orElse("")
            + filter.workspace().map(id -> TOUCHES).orElse("")
            + filter.state().map(state -> " AND s.state = :state").orElse("")
            + filter.kind().map(kind -> " AND s.kind = :kind").orElse("")
            + filter.createdBy().map(by -> " AND s.created_by = :by").orElse("")
            + filter.awaiting().map(me -> AWAITING).orElse("")
            + after.map(id -> " AND s.id < :after").orElse("")
            + " ORDER BY s.id DESC LIMIT "
            + size;
    var query = sets(sql);
    filter.visible().ifPresent(ids -> query.setParameter("visible", joined(ids)));
    filter.workspace().ifPresent(id -> query.setParameter("workspace", id.value()));
    filter.state().ifPresent(state -> query.setParameter("state", state.wire()));
    filter.kind().ifPresent(kind -> query.setParameter("kind", kind));
    filter.createdBy().ifPresent(by -> query.setParameter("by", by));
    filter
        .awaiting()
        .ifPresent(me -> query.setParameter("me", me.who()).setParameter("now", me.now()));
    after.ifPresent(id -> query.setParameter("after", id.value()));
    return read(query);
  }

  public Set<WorkspaceId> workspaces(ChangeSetId id) {
    return session
        .createNativeQuery(
            "SELECT workspace_id FROM change WHERE change_set_id = :id"
                + " UNION SELECT unnest(targets) FROM change_set WHERE id = :id",
            UUID.class)
        .setParameter("id", id.value())
        .getResultList()
        .stream()
        .map(WorkspaceId::new)
        .collect(Collectors.toSet());
  }

  /** What the rows of each of these sets come to; nothing for a set without rows. */
  public Map<ChangeSetId, Summary> summaries(List<ChangeSetId> ids) {
    var minded = new HashSet<ChangeSetId>();
    Map<ChangeSetId, Summary> summaries = counts(ids, minded);
    for (Object[] row : about(minded, VIOLATIONS)) {
      var rule = StoredJson.read((String) row[1], ObjectNode.class);
      summaries.computeIfPresent(id(row), (_, all) -> all.violating(rule, (String) row[2]));
    }
    return summaries;
  }

  /** The same without what guards object to, for whoever asks time and again. */
  public Map<ChangeSetId, Summary> counts(List<ChangeSetId> ids) {
    return counts(ids, new HashSet<>());
  }

  /**
   * @param minded takes those in which guards object to something
   */
  private Map<ChangeSetId, Summary> counts(List<ChangeSetId> ids, Set<ChangeSetId> minded) {
    var counts = new HashMap<ChangeSetId, Summary>();
    UUID[] sets = ids.stream().map(ChangeSetId::value).toArray(UUID[]::new);
    for (Object[] row : database.rows(COUNTS, (Object) sets)) {
      Summary before = counts.getOrDefault(id(row), Summary.EMPTY);
      Result result = Result.of((String) row[2]).orElseThrow();
      counts.put(id(row), before.and((String) row[1], result, number(row[3])).leaving(left(row)));
      if (number(row[4]) > 0) {
        minded.add(id(row));
      }
    }
    return counts;
  }

  private List<Object[]> about(Collection<ChangeSetId> ids, String sql) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return session
        .createNativeQuery(sql, Object[].class)
        .setParameter("ids", joined(ids))
        .getResultList();
  }

  /** Nothing where all rows have come to their end. */
  private static Summary.Left left(Object[] row) {
    return row[5] == null
        ? Summary.Left.NOTHING
        : new Summary.Left(number(row[5]), number(row[6]), number(row[7]), number(row[8]));
  }

  private static ChangeSetId id(Object[] row) {
    return new ChangeSetId((UUID) row[0]);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }

  /** Who has said yes to each of these sets, the first one first. */
  public Map<ChangeSetId, List<Approval>> approvals(List<ChangeSetId> ids) {
    String sql =
        "SELECT change_set_id, principal, at, array_to_string(overrides, ','), reason"
            + " FROM change_set_approval"
            + " WHERE change_set_id = ANY (CAST(string_to_array(:ids, ',') AS uuid[])) ORDER BY at";
    return about(ids, sql).stream()
        .collect(
            Collectors.groupingBy(
                ChangeSetStore::id,
                Collectors.mapping(ChangeSetStore::approval, Collectors.toList())));
  }

  private static Approval approval(Object[] row) {
    String overrides = (String) row[3];
    return new Approval(
        (String) row[1],
        (Instant) row[2],
        overrides.isEmpty() ? List.of() : List.of(overrides.split(",", -1)),
        Optional.ofNullable((String) row[4]));
  }

  /** The newest set that takes back each of these. */
  public Map<ChangeSetId, ChangeSetId> undoneBy(List<ChangeSetId> ids) {
    String sql =
        "SELECT undo_of, id FROM change_set"
            + " WHERE undo_of = ANY (CAST(string_to_array(:ids, ',') AS uuid[])) ORDER BY id";
    var undone = new HashMap<ChangeSetId, ChangeSetId>();
    about(ids, sql).forEach(row -> undone.put(id(row), new ChangeSetId((UUID) row[1])));
    return undone;
  }

  private static String joined(Collection<?> ids) {
    return ids.stream().map(Object::toString).collect(Collectors.joining(","));
  }

  private NativeQuery<ChangeSetRow> sets(String sql) {
    return session.createNativeQuery(sql, ChangeSetRow.class);
  }

  private static List<ChangeSet> read(NativeQuery<ChangeSetRow> query) {
    return query.getResultList().stream().map(ChangeSetRow::read).toList();
  }
}
