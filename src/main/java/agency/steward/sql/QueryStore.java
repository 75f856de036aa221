package agency.steward.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Runs statements; the only place that knows how JDBC says what. */
@ApplicationScoped
public class QueryStore {
  private final DataSource database;

  QueryStore(DataSource database) {
    this.database = database;
  }

  /** A statement whose values have names: {@code :id}. */
  public Query query(String sql) {
    return new Query(this, sql);
  }

  /**
   * The same statement for many, sent together.
   *
   * @param values of each, by their names
   * @throws Refused where a constraint forbids one of them
   */
  public void forAll(String sql, List<Map<String, @Nullable Object>> values) {
    Named named = Named.of(sql);
    run(
        named,
        statement -> {
          for (Map<String, @Nullable Object> each : values) {
            bind(statement, named, each);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  int update(Named named, Map<String, @Nullable Object> values) {
    return run(
        named,
        statement -> {
          bind(statement, named, values);
          return statement.executeUpdate();
        });
  }

  List<Row> rows(Named named, Map<String, @Nullable Object> values) {
    return run(
        named,
        statement -> {
          bind(statement, named, values);
          try (ResultSet rows = statement.executeQuery()) {
            return read(rows);
          }
        });
  }

  /** A piece of work with a statement. */
  @FunctionalInterface
  private interface Work<S, T> {
    T with(S statement) throws SQLException;
  }

  private <T> T run(Named named, Work<PreparedStatement, T> work) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(named.sql())) {
      return work.with(statement);
    } catch (SQLException e) {
      throw Refused.is(e)
          ? Refused.by(e)
          : new IllegalStateException("the database did not do what it was asked for", e);
    }
  }

  private static void bind(
      PreparedStatement statement, Named named, Map<String, @Nullable Object> values)
      throws SQLException {
    int at = 0;
    for (String name : named.names()) {
      if (!values.containsKey(name)) {
        throw new IllegalArgumentException("there is no value for " + name);
      }
      bind(statement, ++at, values.get(name));
    }
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case Instant moment -> statement.setObject(at, moment.atOffset(ZoneOffset.UTC));
      case String[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("text", many));
      case UUID[] many ->
          statement.setArray(at, statement.getConnection().createArrayOf("uuid", many));
      case null -> statement.setObject(at, null);
      default -> statement.setObject(at, value);
    }
  }

  private static List<Row> read(ResultSet rows) throws SQLException {
    var places = new HashMap<String, Integer>();
    int columns = rows.getMetaData().getColumnCount();
    for (int i = 0; i < columns; i++) {
      places.put(rows.getMetaData().getColumnLabel(i + 1), i);
    }
    var read = new ArrayList<Row>();
    while (rows.next()) {
      var values = new ArrayList<@Nullable Object>(columns);
      for (int i = 0; i < columns; i++) {
        values.add(value(rows.getObject(i + 1)));
      }
      read.add(new Row(places, values));
    }
    return read;
  }

  private static @Nullable Object value(@Nullable Object column) throws SQLException {
    return switch (column) {
      case Timestamp moment -> moment.toInstant();
      case Array many -> many.getArray();
      case PGobject json -> json.getValue();
      case null -> null;
      default -> column;
    };
  }
}
