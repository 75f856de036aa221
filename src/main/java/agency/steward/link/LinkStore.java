package agency.steward.link;

import agency.steward.link.LinkMemory.Seen;
import agency.steward.workspace.WorkspaceId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of the workspaces that administer a group. */
@ApplicationScoped
class LinkStore {
  private static final String WRITE =
      """
      INSERT INTO group_admin AS known (workspace_id, administers, seen_at)
      SELECT id, ?, ? FROM workspace WHERE id = ? FOR KEY SHARE
      ON CONFLICT (workspace_id) DO UPDATE SET administers = excluded.administers, seen_at = excluded.seen_at
        WHERE known.seen_at <= excluded.seen_at
      """;
  private static final String SINCE =
      "SELECT workspace_id, administers, seen_at FROM group_admin WHERE seen_at > ?";

  private final DataSource database;

  LinkStore(DataSource database) {
    this.database = database;
  }

  /** Writes nothing if the workspace was forgotten or a later answer is stored. */
  void write(WorkspaceId workspace, boolean administers, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(WRITE)) {
      write.setBoolean(1, administers);
      write.setObject(2, at.atOffset(ZoneOffset.UTC));
      write.setObject(3, workspace.value());
      write.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("who administers a group cannot be written", e);
    }
  }

  Map<WorkspaceId, Seen> since(Instant moment) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SINCE)) {
      select.setObject(1, moment.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = select.executeQuery()) {
        var found = new HashMap<WorkspaceId, Seen>();
        while (rows.next()) {
          found.put(
              new WorkspaceId(rows.getObject(1, UUID.class)),
              new Seen(rows.getBoolean(2), rows.getObject(3, OffsetDateTime.class).toInstant()));
        }
        return found;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("who administers a group cannot be read", e);
    }
  }
}
