package agency.steward.changeset.apply;

import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What happens to leases behind the back of who holds them. */
@ApplicationScoped
class LeaseRows {
  private final DataSource database;

  LeaseRows(DataSource database) {
    this.database = database;
  }

  /**
   * @param sql a statement about leases, to which the workspace is added as its condition
   */
  void execute(String sql, Workspace workspace) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql + " WHERE workspace_id = ?")) {
      statement.setObject(1, workspace.id().value());
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
