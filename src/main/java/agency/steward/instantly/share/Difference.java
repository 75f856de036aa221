package agency.steward.instantly.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What has to be written to make one table of another, as arrays of columns. */
record Difference(Table before, Table after) {

  /** Values of one type of PostgreSQL's. */
  record Column(String type, Object[] values) {}

  private record Held(String bucket, UUID replica, Claim claim) {}

  /** In the order of the statement: who is gone, is heard of, has given and has taken what. */
  List<Column> columns() {
    var columns = new ArrayList<Column>();
    columns.add(column("uuid", gone(), id -> id));
    columns.addAll(heard());
    columns.addAll(given());
    columns.addAll(taken());
    return columns;
  }

  private List<UUID> gone() {
    return before.members().keySet().stream().filter(id -> after.member(id).isEmpty()).toList();
  }

  private List<Column> heard() {
    var changed =
        after.members().entrySet().stream()
            .filter(e -> !before.member(e.getKey()).equals(Optional.of(e.getValue())))
            .toList();
    return List.of(
        column("uuid", changed, Map.Entry::getKey),
        column("bigint", changed, e -> e.getValue().beat()),
        column("float8", changed, e -> e.getValue().part().second()),
        column("float8", changed, e -> e.getValue().part().minute()),
        column("text", changed, e -> e.getValue().stage().name()),
        column("text", changed, e -> e.getValue().process()));
  }

  private List<Column> given() {
    List<Held> given = notIn(before, after, false);
    return List.of(column("text", given, Held::bucket), column("uuid", given, Held::replica));
  }

  private List<Column> taken() {
    List<Held> taken = notIn(after, before, true);
    return List.of(
        column("text", taken, Held::bucket),
        column("uuid", taken, Held::replica),
        column("int", taken, h -> h.claim().share().second()),
        column("int", taken, h -> h.claim().share().minute()),
        column("int", taken, h -> h.claim().need().interactive().second()),
        column("int", taken, h -> h.claim().need().interactive().minute()),
        column("int", taken, h -> h.claim().need().bulk().second()),
        column("int", taken, h -> h.claim().need().bulk().minute()));
  }

  private static List<Held> notIn(Table one, Table other, boolean orOtherwise) {
    var found = new ArrayList<Held>();
    one.claims()
        .forEach((bucket, of) ->
            of.forEach((replica, claim) -> {
              Optional<Claim> there = other.claim(bucket, replica);
              if (there.isEmpty() || (orOtherwise && !there.get().equals(claim))) {
                found.add(new Held(bucket, replica, claim));
              }
            }));
    return found;
  }

  private static <T> Column column(String type, List<T> rows, Function<T, Object> value) {
    return new Column(type, rows.stream().map(value).toArray());
  }
}
