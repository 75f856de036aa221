package agency.steward.changeset.lease;

import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * The rows, by the database's own clock, so that no two replicas disagree about the time. One round
 * trip each. The commit does not wait for the disk: nothing is sent to Instantly before the intent
 * has been committed, and that puts on the disk whatever was committed before it.
 *
 * <p>A lane holds its subjects by the rows that it has begun, without a lease for each. So whoever
 * takes a lease and whoever begins rows in the same workspace wait for each other, and then see
 * what the other one has written: the lock goes first, in a statement of its own.
 */
@ApplicationScoped
class LeaseStore {
  private static final String TAKE =
      """
      SELECT pg_advisory_xact_lock_shared(hashtextextended(?::text, 0));
      WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS commits)
      INSERT INTO lease AS held (workspace_id, name, fence, expires_at)
      SELECT ?, ?, nextval('lease_fence'), clock_timestamp() + make_interval(secs => ?) FROM quick
      WHERE commits = 'off' AND NOT EXISTS (
        SELECT FROM change WHERE workspace_id = ? AND lock = ? AND result = 'running' AND look_at IS NULL)
      ON CONFLICT (workspace_id, name) DO UPDATE SET fence = excluded.fence, expires_at = excluded.expires_at
        WHERE held.expires_at <= clock_timestamp()
      RETURNING fence
      """;
  private static final String GIVE_BACK =
      """
      WITH quick AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true) AS commits)
      DELETE FROM lease USING quick WHERE commits = 'off' AND workspace_id = ? AND name = ? AND fence = ?
      """;

  private final DataSource database;

  LeaseStore(DataSource database) {
    this.database = database;
  }

  /** The fencing number; none while somebody else holds it. */
  OptionalLong take(WorkspaceId workspace, String name, Duration length) {
    try (Connection connection = database.getConnection();
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setObject(1, workspace.value());
      take.setObject(2, workspace.value());
      take.setString(3, name);
      take.setDouble(4, length.toMillis() / 1_000.0);
      take.setObject(5, workspace.value());
      take.setString(6, name);
      take.execute();
      take.getMoreResults();
      try (ResultSet taken = take.getResultSet()) {
        return taken.next() ? OptionalLong.of(taken.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a lease cannot be taken", e);
    }
  }

  void giveBack(Lease lease) {
    try (Connection connection = database.getConnection();
        PreparedStatement give = connection.prepareStatement(GIVE_BACK)) {
      give.setObject(1, lease.workspace().value());
      give.setString(2, lease.name());
      give.setLong(3, lease.fence());
      give.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a lease cannot be given back", e);
    }
  }
}
