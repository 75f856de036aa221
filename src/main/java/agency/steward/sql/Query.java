package agency.steward.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One statement and the values for it; each is set by its name before it runs. */
public final class Query {
  private final QueryStore store;
  private final Named statement;
  private final Map<String, @Nullable Object> values = new HashMap<>();

  Query(QueryStore store, String sql) {
    this.store = store;
    this.statement = Named.of(sql);
  }

  /**
   * @param value an {@link java.time.Instant}, an array of texts or ids, or what JDBC takes; null
   *     for NULL
   */
  public Query set(String name, @Nullable Object value) {
    values.put(name, value);
    return this;
  }

  public Query setAll(Map<String, Object> more) {
    values.putAll(more);
    return this;
  }

  /** How many rows it changed. */
  public int update() {
    return store.update(statement, values);
  }

  public <T> List<T> list(Function<Row, T> each) {
    return store.rows(statement, values).stream().map(each).toList();
  }

  public <T> Optional<T> first(Function<Row, T> of) {
    return store.rows(statement, values).stream().findFirst().map(of);
  }

  /** The first column of every row. */
  public <T> List<T> column(Class<T> type) {
    return list(row -> type.cast(row.first().orElseThrow()));
  }

  /** The first column of the only row. */
  public <T> T value(Class<T> type) {
    return column(type).getFirst();
  }
}
