package agency.steward.sandbox.world;

import agency.steward.sandbox.row.Row;
import agency.steward.sandbox.row.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of one place while one thread changes them; nobody else sees it before it is done. */
public final class Draft {
  private static final Comparator<Row> BY_ID = Comparator.comparing(Row::id);

  private final Tables before;
  private final Map<Table<?>, List<Row>> changed = new HashMap<>();

  Draft(Tables before) {
    this.before = before;
  }

  /** As it stands now; a view that the next change may or may not show in. */
  public <T extends Row> Stream<T> all(Table<T> table) {
    List<Row> rows = changed.get(table);
    return rows == null ? before.get(table).stream() : rows.stream().map(table.type::cast);
  }

  /** The workspace itself. */
  public Space space() {
    return all(Table.SPACE).findFirst().orElseThrow();
  }

  public <T extends Row> Optional<T> find(Table<T> table, UUID id) {
    List<Row> rows = changed.get(table);
    if (rows == null) {
      return before.get(table).find(id);
    }
    int index = indexOf(rows, id);
    return index < 0 ? Optional.empty() : Optional.of(table.type.cast(rows.get(index)));
  }

  /** Adds it, or replaces the one with its id. */
  public <T extends Row> T put(Table<T> table, T row) {
    List<Row> rows = edit(table);
    int index = indexOf(rows, row.id());
    if (index < 0) {
      rows.add(-index - 1, row);
    } else {
      rows.set(index, row);
    }
    return row;
  }

  public <T extends Row> void remove(Table<T> table, T row) {
    List<Row> rows = edit(table);
    int index = indexOf(rows, row.id());
    if (index >= 0) {
      rows.remove(index);
    }
  }

  Tables done() {
    Tables done = before;
    for (Table<?> table : changed.keySet()) {
      done = freeze(table, done);
    }
    return done;
  }

  private <T extends Row> Tables freeze(Table<T> table, Tables tables) {
    return tables.with(table, Rows.of(all(table).toList()));
  }

  private List<Row> edit(Table<?> table) {
    return changed.computeIfAbsent(table, t -> new ArrayList<>(before.get(t).toList()));
  }

  /** Most rows come at the end, so that is looked at first. */
  private static int indexOf(List<Row> rows, UUID id) {
    int size = rows.size();
    if (size == 0 || rows.getLast().id().compareTo(id) < 0) {
      return -size - 1;
    }
    return Collections.binarySearch(rows, new Sought(id), BY_ID);
  }

  private record Sought(UUID id) implements Row {}
}
