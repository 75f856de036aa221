package agency.steward.idempotency.kept;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs one statement, in the running transaction or in none. */
@ApplicationScoped
class JdbcStore {
  private final DataSource database;

  JdbcStore(DataSource database) {
    this.database = database;
  }

  /** How many rows it changed. */
  int execute(String sql, @Nullable Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("an idempotency record cannot be written", e);
    }
  }

  private static void set(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      int at = i + 1;
      switch (values[i]) {
        case Instant moment -> statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
        case byte[][] many -> statement.setArray(at, array(statement, "bytea", many));
        case UUID[] many -> statement.setArray(at, array(statement, "uuid", many));
        case null -> statement.setObject(at, null);
        default -> statement.setObject(at, values[i]);
      }
    }
  }

  private static java.sql.Array array(PreparedStatement statement, String type, Object[] many)
      throws SQLException {
    return statement.getConnection().createArrayOf(type, many);
  }
}
