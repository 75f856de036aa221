package agency.steward.sandbox.world;

import agency.steward.sandbox.row.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rows in ascending order of their ids. Immutable. */
public final class Rows<T extends Row> {
  private static final Rows<Row> NONE = new Rows<>(new Row[0]);

  private final Row[] rows;

  private Rows(Row[] rows) {
    this.rows = rows;
  }

  @SuppressWarnings("unchecked") // holds nothing
  public static <T extends Row> Rows<T> none() {
    return (Rows<T>) NONE;
  }

  public static <T extends Row> Rows<T> of(List<T> ascending) {
    return ascending.isEmpty() ? none() : new Rows<>(ascending.toArray(Row[]::new));
  }

  public int size() {
    return rows.length;
  }

  @SuppressWarnings("unchecked") // only T ever goes in
  public T get(int index) {
    return (T) rows[index];
  }

  public Optional<T> find(UUID id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(get(index));
  }

  /** The index of the first row whose id is greater. */
  public int after(UUID id) {
    int index = indexOf(id);
    return index < 0 ? -index - 1 : index + 1;
  }

  public Stream<T> stream() {
    return Arrays.stream(rows).map(this::own);
  }

  public List<T> toList() {
    return stream().toList();
  }

  /** Tells what has come or changed since an earlier version, and the ids of what has gone. */
  void since(Rows<T> earlier, Consumer<T> put, Consumer<T> gone) {
    if (this == earlier) {
      return;
    }
    int then = 0;
    for (int now = 0; now < rows.length; now++) {
      while (then < earlier.rows.length && earlier.id(then).compareTo(id(now)) < 0) {
        gone.accept(earlier.get(then++));
      }
      boolean same = then < earlier.rows.length && earlier.rows[then] == rows[now];
      if (!same) {
        put.accept(get(now));
      }
      if (then < earlier.rows.length && earlier.id(then).equals(id(now))) {
        then++;
      }
    }
    while (then < earlier.rows.length) {
      gone.accept(earlier.get(then++));
    }
  }

  @SuppressWarnings("unchecked") // only T ever goes in
  private T own(Row row) {
    return (T) row;
  }

  private UUID id(int index) {
    return rows[index].id();
  }

  /** As {@link Arrays#binarySearch}. */
  private int indexOf(UUID id) {
    int low = 0;
    int high = rows.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = id(middle).compareTo(id);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -(low + 1);
  }
}
