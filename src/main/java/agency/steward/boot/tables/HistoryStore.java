package agency.steward.boot.tables;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;

/** What Flyway has written down. */
final class HistoryStore {
  /** Where Flyway writes unless it is told otherwise. */
  static final String TABLE = "flyway_schema_history";

  private HistoryStore() {}

  /**
   * Every step that was taken.
   *
   * @throws SQLException also if nothing was written down yet
   * @throws IllegalStateException if one failed, or is none of a script that is taken once
   */
  static Set<String> taken(DataSource database) throws SQLException {
    var taken = new HashSet<String>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT version, script, checksum, success AND type = 'SQL'"
                    + " AND version IS NOT NULL AND checksum IS NOT NULL FROM "
                    + TABLE)) {
      while (row.next()) {
        if (!row.getBoolean(4)) {
          throw new IllegalStateException(row.getString(2));
        }
        taken.add(Step.of(row.getString(1), row.getString(2), row.getInt(3)));
      }
    }
    return taken;
  }
}
