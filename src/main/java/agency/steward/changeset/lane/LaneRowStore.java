package agency.steward.changeset.lane;

import agency.steward.changeset.stored.RowEnd;
import agency.steward.changeset.stored.SqlStore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Writes rows of a lane in blocks, each step in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class LaneRowStore {
  /**
   * Locked, so that nobody takes a lane over, nor holds or ends its set, at the same moment; in an
   * order, as the heartbeat locks them. Whoever changes rows counts them in the set, and has to
   * hold it before the rows.
   */
  private static final String HOLD =
      """
      SELECT l.fence, s.state FROM change_lane l JOIN change_set s ON s.id = l.change_set_id
      WHERE l.fence = ANY (?) AND l.state = 'running' AND l.expires_at > clock_timestamp()
      ORDER BY l.change_set_id, l.workspace_id FOR NO KEY UPDATE OF l, s
      """;

  private static final String TAKE =
      """
      INSERT INTO lease AS held (workspace_id, name, fence, expires_at)
      SELECT ?, name, ?, clock_timestamp() + make_interval(secs => ?) FROM unnest(?) AS n(name) ORDER BY name
      ON CONFLICT (workspace_id, name) DO UPDATE SET fence = excluded.fence, expires_at = excluded.expires_at
        WHERE held.expires_at <= clock_timestamp() OR held.fence = excluded.fence
      RETURNING name
      """;
  private static final String INTEND =
      """
      UPDATE change c SET result = 'running', attempts = attempts + 1, fence = ?, look_at = ?, tried_at = ?
      WHERE workspace_id = ? AND change_set_id = ? AND seq = ANY (?) AND result = 'pending' AND NOT EXISTS (
        SELECT FROM change o WHERE o.workspace_id = c.workspace_id AND o.lock = c.lock AND o.result = 'running')
      RETURNING seq
      """;
  private static final String END =
      """
      WITH numbered AS (UPDATE change_set SET events = events + ? WHERE id = ? RETURNING events - ? AS base)
      UPDATE change c SET result = r.result, verified = r.verified, found = coalesce(r.found::jsonb, c.found),
        problem = r.problem::jsonb, violations = CASE WHEN r.violations = '[]' THEN c.violations ELSE r.violations::jsonb END,
        applied_at = r.applied_at::timestamptz, look_at = r.look_at::timestamptz, event = numbered.base + r.nth
      FROM numbered, unnest(?, ?, ?, ?, ?, ?, ?, ?) WITH ORDINALITY
        AS r(seq, result, verified, found, problem, violations, applied_at, look_at, nth)
      WHERE c.workspace_id = ? AND c.change_set_id = ? AND c.seq = r.seq AND (c.result = 'pending' OR c.result = 'running' AND c.fence = ?)
      """;
  private static final String AGAIN =
      """
      UPDATE change SET result = 'pending', look_at = NULL
      WHERE workspace_id = ? AND change_set_id = ? AND seq = ANY (?) AND result = 'running' AND fence = ?
      """;
  private static final String INHERIT =
      """
      UPDATE change SET fence = ?, look_at = ?
      WHERE change_set_id = ? AND workspace_id = ? AND result = 'running' AND fence < ?
      """;
  private static final String GIVE_BACK =
      "DELETE FROM lease WHERE workspace_id = ? AND fence = ? AND name = ANY (?)";
  private static final String CLOSE =
      """
      WITH mine AS (SELECT seq FROM change
          WHERE change_set_id = ? AND workspace_id = ? AND result = 'pending' ORDER BY seq FOR UPDATE),
        closed AS (SELECT seq, row_number() OVER (ORDER BY seq) AS nth FROM mine),
        numbered AS (UPDATE change_set SET events = events + (SELECT count(*) FROM mine) WHERE id = ?
          RETURNING events - (SELECT count(*) FROM mine) AS base)
      UPDATE change c SET result = ?, problem = ?::jsonb, violations = CASE WHEN ? = '[]' THEN c.violations ELSE ?::jsonb END,
        event = numbered.base + closed.nth
      FROM closed, numbered WHERE c.change_set_id = ? AND c.seq = closed.seq
      """;

  private final SqlStore database;

  LaneRowStore(SqlStore database) {
    this.database = database;
  }

  /** The states of their sets, by fence; without those that are somebody else's by now. */
  Map<Long, String> hold(List<Lane> lanes) {
    Long[] fences = lanes.stream().map(Lane::fence).distinct().toArray(Long[]::new);
    var states = new HashMap<Long, String>();
    database.rows(HOLD, (Object) fences).forEach(row -> states.put((Long) row[0], (String) row[1]));
    return states;
  }

  /** Whether a second person has lifted the rule for the set. */
  boolean isLifted(Lane lane, String rule) {
    String sql = "SELECT ? = ANY (overrides) FROM change_set WHERE id = ?";
    return database.column(sql, Boolean.class, rule, lane.set().value()).contains(true);
  }

  /** The names that nobody else holds. */
  Set<String> take(Lane lane, List<String> names, Duration length) {
    return new HashSet<>(
        database.column(
            TAKE,
            String.class,
            lane.workspace().value(),
            lane.fence(),
            length,
            names.stream().distinct().toArray(String[]::new)));
  }

  /** The rows that may be sent now. */
  Set<Integer> intend(Lane lane, List<Integer> seqs, Instant now, Instant lookAt) {
    return new HashSet<>(
        database.column(
            INTEND,
            Integer.class,
            lane.fence(),
            lookAt,
            now,
            lane.workspace().value(),
            lane.set().value(),
            seqs.toArray(Integer[]::new)));
  }

  /** What became of them; rows that are no longer ours stay as they are. */
  void end(Lane lane, Map<Integer, RowEnd> ends) {
    List<Map.Entry<Integer, RowEnd>> all =
        ends.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
    long many = all.size();
    database.update(
        END,
        many,
        lane.set().value(),
        many,
        all.stream().map(Map.Entry::getKey).toArray(Integer[]::new),
        texts(all, end -> Optional.of(end.result().wire())),
        all.stream().map(each -> each.getValue().verified()).toArray(Boolean[]::new),
        texts(all, end -> end.found().map(JsonNode::toString)),
        texts(all, end -> end.problem().map(JsonNode::toString)),
        texts(all, end -> Optional.of(end.violations().toString())),
        texts(all, end -> end.appliedAt().map(LaneRowStore::text)),
        texts(all, end -> end.lookAt().map(LaneRowStore::text)),
        lane.workspace().value(),
        lane.set().value(),
        lane.fence());
  }

  private static String[] texts(
      List<Map.Entry<Integer, RowEnd>> ends, Function<RowEnd, Optional<String>> of) {
    return ends.stream().map(each -> of.apply(each.getValue()).orElse(null)).toArray(String[]::new);
  }

  private static String text(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toString();
  }

  /** They were certainly not sent, and are tried again. */
  void again(Lane lane, List<Integer> seqs) {
    database.update(
        AGAIN,
        lane.workspace().value(),
        lane.set().value(),
        seqs.toArray(Integer[]::new),
        lane.fence());
  }

  /** How many rows a holder who has died has left: whatever that one may still say is too late. */
  int inherit(Lane lane, Instant lookAt) {
    return database.update(
        INHERIT, lane.fence(), lookAt, lane.set().value(), lane.workspace().value(), lane.fence());
  }

  void giveBack(Lane lane, List<String> names) {
    database.update(
        GIVE_BACK, lane.workspace().value(), lane.fence(), names.toArray(String[]::new));
  }

  /** All rows that were not begun come to the same end. */
  void close(Lane lane, RowEnd end) {
    var set = lane.set().value();
    String violations = end.violations().toString();
    database.update(
        CLOSE,
        set,
        lane.workspace().value(),
        set,
        end.result().wire(),
        end.problem().map(JsonNode::toString),
        violations,
        violations,
        set);
  }
}
