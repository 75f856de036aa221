package agency.steward.sandbox.world;

import agency.steward.sandbox.row.Row;
import java.util.Arrays;

/** All rows of one place at one moment. Immutable. */
final class Tables {
  static final Tables EMPTY = new Tables(empty());

  private final Rows<?>[] tables;

  private Tables(Rows<?>[] tables) {
    this.tables = tables;
  }

  private static Rows<?>[] empty() {
    Rows<?>[] tables = new Rows<?>[Table.ALL.size()];
    Arrays.fill(tables, Rows.none());
    return tables;
  }

  @SuppressWarnings("unchecked") // with() puts the rows of a table in its place only
  <T extends Row> Rows<T> get(Table<T> table) {
    return (Rows<T>) tables[table.ordinal];
  }

  <T extends Row> Tables with(Table<T> table, Rows<T> rows) {
    Rows<?>[] changed = tables.clone();
    changed[table.ordinal] = rows;
    return new Tables(changed);
  }
}
