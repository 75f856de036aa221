package agency.steward.canary;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Every row of every table, with bytes both as hex and as the text they may be. */
@ApplicationScoped
class Database {
  private static final String TABLES =
      "SELECT quote_ident(table_schema) || '.' || quote_ident(table_name)"
          + " FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
          + " AND table_schema NOT IN ('pg_catalog', 'information_schema')";

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /** The text of each table. */
  Map<String, String> tables() {
    var tables = new LinkedHashMap<String, String>();
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET bytea_output = 'escape'");
      for (String table : column(statement, TABLES)) {
        String escaped =
            String.join("\n", column(statement, "SELECT t::text FROM " + table + " t"));
        statement.execute("SET bytea_output = 'hex'");
        String hex = String.join("\n", column(statement, "SELECT t::text FROM " + table + " t"));
        statement.execute("SET bytea_output = 'escape'");
        tables.put(table, escaped + "\n" + hex);
      }
      statement.execute("RESET bytea_output");
      return tables;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> column(Statement statement, String sql) throws SQLException {
    var values = new ArrayList<String>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
