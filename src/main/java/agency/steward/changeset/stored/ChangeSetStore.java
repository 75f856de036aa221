package agency.steward.changeset.stored;

import agency.steward.sql.Query;
import agency.steward.sql.QueryStore;
import agency.steward.sql.Row;
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
import java.util.function.Function;
import java.util.stream.Collectors;

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
      SELECT change_set_id, CAST(v.rule AS text), string_agg(CAST(seq AS text), ',' ORDER BY seq) AS seqs
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
          FROM change WHERE change_set_id = ANY (:ids) GROUP BY change_set_id, workspace_id, action, result),
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
      SELECT t.change_set_id, t.action, t.result, sum(t.n) AS n, sum(t.minded) AS minded, min(o.n) AS left_over,
        min(o.calls) AS calls, min(o.deepest) AS deepest, min(o.lanes) AS lanes
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

  private final QueryStore database;

  ChangeSetStore(QueryStore database) {
    this.database = database;
  }

  public Optional<ChangeSet> find(ChangeSetId id) {
    return database
        .query(SETS + "WHERE s.id = :id")
        .set("id", id.value())
        .first(ChangeSetRows::read);
  }

  /** For whoever asks time and again whether it stands elsewhere. */
  @Transactional(TxType.SUPPORTS)
  public Optional<State> state(ChangeSetId id) {
    return database
        .query("SELECT state FROM change_set WHERE id = :id")
        .set("id", id.value())
        .first(row -> row.get("state", String.class))
        .flatMap(State::of);
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
    Query query = database.query(sql);
    filter.visible().ifPresent(ids -> query.set("visible", joined(ids)));
    filter.workspace().ifPresent(id -> query.set("workspace", id.value()));
    filter.state().ifPresent(state -> query.set("state", state.wire()));
    filter.kind().ifPresent(kind -> query.set("kind", kind));
    filter.createdBy().ifPresent(by -> query.set("by", by));
    filter.awaiting().ifPresent(me -> query.set("me", me.who()).set("now", me.now()));
    after.ifPresent(id -> query.set("after", id.value()));
    return query.list(ChangeSetRows::read);
  }

  public Set<WorkspaceId> workspaces(ChangeSetId id) {
    return database
        .query(
            "SELECT workspace_id FROM change WHERE change_set_id = :id"
                + " UNION SELECT unnest(targets) FROM change_set WHERE id = :id")
        .set("id", id.value())
        .column(UUID.class)
        .stream()
        .map(WorkspaceId::new)
        .collect(Collectors.toSet());
  }

  /** What the rows of each of these sets come to; nothing for a set without rows. */
  public Map<ChangeSetId, Summary> summaries(List<ChangeSetId> ids) {
    var minded = new HashSet<ChangeSetId>();
    Map<ChangeSetId, Summary> summaries = counts(ids, minded);
    for (Row row : about(minded, VIOLATIONS)) {
      var rule = StoredJson.read(row.get("rule", String.class), ObjectNode.class);
      String seqs = row.get("seqs", String.class);
      summaries.computeIfPresent(id(row), (_, all) -> all.violating(rule, seqs));
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
    for (Row row : database.query(COUNTS).set("ids", sets).list(Function.identity())) {
      Summary before = counts.getOrDefault(id(row), Summary.EMPTY);
      Result result = Result.of(row.get("result", String.class)).orElseThrow();
      counts.put(
          id(row),
          before.and(row.get("action", String.class), result, row.number("n")).leaving(left(row)));
      if (row.number("minded") > 0) {
        minded.add(id(row));
      }
    }
    return counts;
  }

  private List<Row> about(Collection<ChangeSetId> ids, String sql) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return database.query(sql).set("ids", joined(ids)).list(Function.identity());
  }

  /** Nothing where all rows have come to their end. */
  private static Summary.Left left(Row row) {
    return row.find("left_over", Number.class).isEmpty()
        ? Summary.Left.NOTHING
        : new Summary.Left(
            row.number("left_over"),
            row.number("calls"),
            row.number("deepest"),
            row.number("lanes"));
  }

  private static ChangeSetId id(Row row) {
    return new ChangeSetId(row.get("change_set_id", UUID.class));
  }

  /** Who has said yes to each of these sets, the first one first. */
  public Map<ChangeSetId, List<Approval>> approvals(List<ChangeSetId> ids) {
    String sql =
        "SELECT change_set_id, principal, at, overrides, reason"
            + " FROM change_set_approval"
            + " WHERE change_set_id = ANY (CAST(string_to_array(:ids, ',') AS uuid[])) ORDER BY at";
    return about(ids, sql).stream()
        .collect(
            Collectors.groupingBy(
                ChangeSetStore::id,
                Collectors.mapping(ChangeSetStore::approval, Collectors.toList())));
  }

  private static Approval approval(Row row) {
    return new Approval(
        row.get("principal", String.class),
        row.get("at", Instant.class),
        List.of(row.get("overrides", String[].class)),
        row.find("reason", String.class));
  }

  /** The newest set that takes back each of these. */
  public Map<ChangeSetId, ChangeSetId> undoneBy(List<ChangeSetId> ids) {
    String sql =
        "SELECT undo_of AS change_set_id, id FROM change_set"
            + " WHERE undo_of = ANY (CAST(string_to_array(:ids, ',') AS uuid[])) ORDER BY id";
    var undone = new HashMap<ChangeSetId, ChangeSetId>();
    about(ids, sql).forEach(row -> undone.put(id(row), new ChangeSetId(row.get("id", UUID.class))));
    return undone;
  }

  private static String joined(Collection<?> ids) {
    return ids.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
