package agency.steward.changeset.stored;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * One statement, on the connection of the running transaction or by itself. Plain JDBC for what
 * every write needs: Hibernate keeps a plan of a native query with a scalar result anew each time.
 */
@ApplicationScoped
public class SqlStore {
  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource database;

  SqlStore(DataSource database) {
    this.database = database;
  }

  /**
   * How many rows it changed; none where a unique constraint forbids it, and the transaction is
   * lost then.
   */
  public int update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      return statement.executeUpdate();
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return 0;
      }
      throw new IllegalStateException("a change set cannot be written", e);
    }
  }

  /** Rows by a {@code COPY … FROM STDIN}: text in its format, block by block. */
  public void copy(String sql, Iterable<byte[]> blocks) {
    try (Connection connection = database.getConnection()) {
      CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
      try {
        for (byte[] block : blocks) {
          copy.writeToCopy(block, 0, block.length);
        }
        copy.endCopy();
      } finally {
        if (copy.isActive()) {
          copy.cancelCopy();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("change sets cannot be written", e);
    }
  }

  /** The first column of every row. */
  public <T> List<T> column(String sql, Class<T> type, Object... values) {
    return read(sql, values, row -> row.getObject(1, type));
  }

  /** Every row, its columns as JDBC gives them. */
  public List<Object[]> rows(String sql, Object... values) {
    return read(sql, values, SqlStore::columns);
  }

  /** A function that may fail as the database does. */
  @FunctionalInterface
  private interface Reading<R, T> {
    T of(R row) throws SQLException;
  }

  private <T> List<T> read(String sql, Object[] values, Reading<ResultSet, T> each) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      try (ResultSet rows = statement.executeQuery()) {
        var read = new ArrayList<T>();
        while (rows.next()) {
          read.add(each.of(rows));
        }
        return read;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("change sets cannot be read or written", e);
    }
  }

  private static Object[] columns(ResultSet row) throws SQLException {
    var columns = new Object[row.getMetaData().getColumnCount()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = row.getObject(i + 1);
    }
    return columns;
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      set(statement, i + 1, values[i]);
    }
  }

  /** A duration in seconds, to the millisecond. */
  private static void set(PreparedStatement statement, int at, Object value) throws SQLException {
    switch (value) {
      case Optional<?> absent when absent.isEmpty() -> statement.setObject(at, null);
      case Optional<?> present -> set(statement, at, present.get());
      case Instant moment -> statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
      case Duration time -> statement.setObject(at, time.toMillis() / 1_000.0);
      case Long[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("bigint", many));
      case Integer[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("integer", many));
      case UUID[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("uuid", many));
      case String[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("text", many));
      case Boolean[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("boolean", many));
      default -> statement.setObject(at, value);
    }
  }
}
