package agency.steward.changeset.stored;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** One writing statement, on the connection of the running transaction. */
@ApplicationScoped
class SqlStore {
  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;

  SqlStore(DataSource database) {
    this.database = database;
  }

  /**
   * How many rows it changed; none where a unique constraint forbids it, and the transaction is
   * lost then.
   */
  int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        set(statement, i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return 0;
      }
      throw new IllegalStateException("a change set cannot be written", e);
    }
  }

  private static void set(PreparedStatement statement, int at, Object value) throws SQLException {
    switch (value) {
      case Optional<?> absent when absent.isEmpty() -> statement.setObject(at, null);
      case Optional<?> present -> set(statement, at, present.get());
      case Instant moment -> statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
      case Long[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("bigint", many));
      default -> statement.setObject(at, value);
    }
  }
}
