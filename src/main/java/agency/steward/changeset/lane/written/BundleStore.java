package agency.steward.changeset.lane.written;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.written.Bundle.Ended;
import agency.steward.changeset.lane.written.Bundle.Row;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.changeset.stored.SqlStore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes rows of many lanes at once, in the caller's transaction. They are found by their keys: the
 * result is compared in a way that no index of open rows fits, which knows only the set, and of
 * which PostgreSQL believes that it is small as long as nobody has counted.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class BundleStore {
  /**
   * Locked, so that nobody takes a lane over, nor holds or ends its set, at the same moment; in an
   * order, as the heartbeat locks them. Whoever changes rows counts them in the set, and has to
   * hold it before the rows. Nobody begins to hold a subject there meanwhile (LeaseStore). And in
   * this transaction rows are found by their keys, whatever PostgreSQL believes of a set that was
   * just planned: it would read the whole table to find a thousand rows.
   */
  private static final String HOLD =
      """
      WITH one_by_one AS MATERIALIZED (SELECT set_config('enable_seqscan', 'off', true) || set_config('enable_hashjoin', 'off', true)
        || set_config('enable_mergejoin', 'off', true) AS said)
      SELECT l.fence, s.state, pg_advisory_xact_lock(hashtextextended(l.workspace_id::text, 0))
      FROM one_by_one, change_lane l JOIN change_set s ON s.id = l.change_set_id
      WHERE l.fence = ANY (?) AND l.state = 'running' AND l.expires_at > clock_timestamp()
      ORDER BY l.change_set_id, l.workspace_id FOR NO KEY UPDATE OF l, s
      """;

  /**
   * Not those whose subject somebody else holds or has begun to change. Nobody but the lane looks
   * after them as long as it runs, so there is no moment to look at them.
   */
  private static final String INTEND =
      """
      UPDATE change c SET result = 'running', attempts = attempts + 1, fence = r.fence, look_at = NULL, tried_at = ?
      FROM unnest(?, ?, ?) AS r(change_set_id, seq, fence)
      WHERE c.change_set_id = r.change_set_id AND c.seq = r.seq AND c.result || '' = 'pending' AND NOT EXISTS (
          SELECT FROM change o WHERE o.workspace_id = c.workspace_id AND o.lock = c.lock AND o.result = 'running' OFFSET 0)
        AND NOT EXISTS (SELECT FROM lease h WHERE h.workspace_id = c.workspace_id AND h.name = c.lock
          AND h.fence <> r.fence AND h.expires_at > clock_timestamp() OFFSET 0)
      RETURNING c.fence, c.seq
      """;

  private static final String END =
      """
      WITH numbered AS (UPDATE change_set SET events = events + n.many FROM unnest(?, ?) AS n(which, many)
        WHERE id = n.which RETURNING id, events - n.many AS base)
      UPDATE change c SET result = r.result, verified = r.verified, found = coalesce(r.found::jsonb, c.found),
        problem = r.problem::json, violations = CASE WHEN r.violations = '[]' THEN c.violations ELSE r.violations::jsonb END,
        applied_at = r.applied_at::timestamptz, look_at = r.look_at::timestamptz, event = numbered.base + r.nth
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        AS r(change_set_id, seq, fence, nth, result, verified, found, problem, violations, applied_at, look_at)
        JOIN numbered ON numbered.id = r.change_set_id
      WHERE c.change_set_id = r.change_set_id AND c.seq = r.seq
        AND (c.result || '' = 'pending' OR c.result || '' = 'running' AND c.fence = r.fence)
      """;
  private static final String AGAIN =
      """
      UPDATE change c SET result = 'pending' FROM unnest(?, ?, ?) AS r(change_set_id, seq, fence)
      WHERE c.change_set_id = r.change_set_id AND c.seq = r.seq AND c.result || '' = 'running' AND c.fence = r.fence
      """;

  private final SqlStore database;
  private final DatabaseTime time;

  BundleStore(SqlStore database, DatabaseTime time) {
    this.database = database;
    this.time = time;
  }

  /** The states of their sets, by fence; without those that are somebody else's by now. */
  public Map<Long, String> hold(List<Lane> lanes) {
    Long[] fences = lanes.stream().map(Lane::fence).distinct().toArray(Long[]::new);
    var states = new HashMap<Long, String>();
    database.rows(HOLD, (Object) fences).forEach(row -> states.put((Long) row[0], (String) row[1]));
    return states;
  }

  /**
   * All that is in it, in this order: a row may be pending again to be begun anew. Tells it which
   * may be sent now.
   */
  public void write(Bundle bundle) {
    if (!bundle.ended().isEmpty()) {
      end(bundle.ended());
    }
    if (!bundle.again().isEmpty()) {
      List<Row> rows = bundle.again();
      database.update(AGAIN, sets(rows), seqs(rows), fences(rows));
    }
    if (!bundle.intended().isEmpty()) {
      begin(bundle);
    }
  }

  private void begin(Bundle bundle) {
    List<Row> rows = bundle.intended();
    bundle.begin(time.now());
    database
        .rows(INTEND, bundle.at(), sets(rows), seqs(rows), fences(rows))
        .forEach(row -> bundle.begun((Long) row[0], (Integer) row[1]));
  }

  private void end(List<Ended> ends) {
    List<Row> rows = ends.stream().map(Ended::row).toList();
    var counts = new LinkedHashMap<UUID, Long>();
    Long[] numbers =
        rows.stream().map(row -> counts.merge(set(row), 1L, Long::sum)).toArray(Long[]::new);
    database.update(
        END,
        counts.keySet().toArray(UUID[]::new),
        counts.values().toArray(Long[]::new),
        sets(rows),
        seqs(rows),
        fences(rows),
        numbers,
        texts(ends, end -> Optional.of(end.result().wire())),
        ends.stream().map(each -> each.end().verified()).toArray(Boolean[]::new),
        texts(ends, end -> end.found().map(JsonNode::toString)),
        texts(ends, end -> end.problem().map(JsonNode::toString)),
        texts(
            ends,
            end -> Optional.of(end.violations().isEmpty() ? "[]" : end.violations().toString())),
        texts(ends, end -> end.appliedAt().map(BundleStore::text)),
        texts(ends, end -> end.lookAt().map(BundleStore::text)));
  }

  private static UUID set(Row row) {
    return row.lane().set().value();
  }

  private static UUID[] sets(List<Row> rows) {
    return rows.stream().map(BundleStore::set).toArray(UUID[]::new);
  }

  private static Integer[] seqs(List<Row> rows) {
    return rows.stream().map(Row::seq).toArray(Integer[]::new);
  }

  private static Long[] fences(List<Row> rows) {
    return rows.stream().map(row -> row.lane().fence()).toArray(Long[]::new);
  }

  private static String[] texts(List<Ended> ends, Function<RowEnd, Optional<String>> of) {
    return ends.stream().map(each -> of.apply(each.end()).orElse(null)).toArray(String[]::new);
  }

  private static String text(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toString();
  }
}
