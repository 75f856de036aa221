package agency.steward.sql;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row: moments are {@link java.time.Instant}, arrays those of Java, JSON is text, all else is
 * what JDBC has for it.
 */
public final class Row {
  private final Map<String, Integer> places;
  private final List<@Nullable Object> values;

  /**
   * @param places where the values of the columns are, by their names
   */
  Row(Map<String, Integer> places, List<@Nullable Object> values) {
    this.places = places;
    this.values = values;
  }

  /** What has to be there. */
  public <T> T get(String column, Class<T> type) {
    return find(column, type)
        .orElseThrow(() -> new NoSuchElementException("there is no " + column));
  }

  /** Nothing where it is NULL. */
  public <T> Optional<T> find(String column, Class<T> type) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("there is no column " + column);
    }
    return Optional.ofNullable(values.get(place)).map(type::cast);
  }

  /** Any kind of number. */
  public long number(String column) {
    return get(column, Number.class).longValue();
  }

  Optional<Object> first() {
    return Optional.ofNullable(values.getFirst());
  }
}
