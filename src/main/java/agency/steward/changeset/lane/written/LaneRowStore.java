package agency.steward.changeset.lane.written;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.changeset.stored.SqlStore;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;

/** Writes what a lane has to say by itself, each step in the caller's transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class LaneRowStore {
  private static final String TAKE =
      """
      INSERT INTO lease AS held (workspace_id, name, fence, expires_at)
      SELECT ?, ?, ?, clock_timestamp() + make_interval(secs => ?)
      ON CONFLICT (workspace_id, name) DO UPDATE SET fence = excluded.fence, expires_at = excluded.expires_at
        WHERE held.expires_at <= clock_timestamp() OR held.fence = excluded.fence
      RETURNING name
      """;
  private static final String INHERIT =
      """
      UPDATE change SET fence = ?, look_at = NULL
      WHERE change_set_id = ? AND workspace_id = ? AND result = 'running' AND fence < ?
      """;
  private static final String GIVE_BACK =
      "DELETE FROM lease WHERE workspace_id = ? AND fence = ? AND name = ?";
  private static final String CLOSE =
      """
      WITH mine AS (SELECT seq FROM change
          WHERE change_set_id = ? AND workspace_id = ? AND result = 'pending' ORDER BY seq FOR UPDATE),
        closed AS (SELECT seq, row_number() OVER (ORDER BY seq) AS nth FROM mine),
        numbered AS (UPDATE change_set SET events = events + (SELECT count(*) FROM mine) WHERE id = ?
          RETURNING events - (SELECT count(*) FROM mine) AS base)
      UPDATE change c SET result = ?, problem = ?::json, violations = CASE WHEN ? = '[]' THEN c.violations ELSE ?::jsonb END,
        event = numbered.base + closed.nth
      FROM closed, numbered WHERE c.change_set_id = ? AND c.seq = closed.seq
      """;

  private final SqlStore database;

  LaneRowStore(SqlStore database) {
    this.database = database;
  }

  /** Whether a second person has lifted the rule for the set. */
  boolean isLifted(Lane lane, String rule) {
    String sql = "SELECT ? = ANY (overrides) FROM change_set WHERE id = ?";
    return database.column(sql, Boolean.class, rule, lane.set().value()).contains(true);
  }

  /** Something of the workspace; false while somebody else holds it. */
  boolean isTaken(Lane lane, String name, Duration length) {
    return !database
        .column(TAKE, String.class, lane.workspace().value(), name, lane.fence(), length)
        .isEmpty();
  }

  void giveBack(Lane lane, String name) {
    database.update(GIVE_BACK, lane.workspace().value(), lane.fence(), name);
  }

  /** How many rows a holder who has died has left: whatever that one may still say is too late. */
  int inherit(Lane lane) {
    return database.update(
        INHERIT, lane.fence(), lane.set().value(), lane.workspace().value(), lane.fence());
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
