package agency.steward.sandbox.call;

import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.json.JsonOut;
import agency.steward.sandbox.row.Row;
import agency.steward.sandbox.world.Rows;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Instantly's lists (facts.md 3): ten rows unless said otherwise; a limit above the maximum answers
 * an empty list, silently; a full page carries a cursor even if nothing follows.
 */
public final class Paging {
  public static final int MOST = 100;
  private static final int DEFAULT = 10;

  private Paging() {}

  /** Rows in the order of their ids, which are the cursors. */
  public static <T extends Row> Answer page(
      Call call, Rows<T> rows, Predicate<T> wanted, BiConsumer<JsonOut, T> writer) {
    int end = shown(call, rows.size());
    var page = new Page<T>(call, limit(call, MOST), end, row -> row.id().toString());
    for (int i = start(call, rows); i < end && page.open(); i++) {
      T row = rows.get(i);
      if (wanted.test(row)) {
        page.add(row, writer);
      }
    }
    return page.done();
  }

  private static <T extends Row> int start(Call call, Rows<T> rows) {
    if (call.setting(Setting.REPEAT_CURSOR)) {
      return 0;
    }
    return call.query().text("starting_after").map(cursor -> rows.after(id(cursor))).orElse(0);
  }

  private static UUID id(String cursor) {
    return Ids.read(cursor).orElseThrow(Query::wrongCursor);
  }

  /**
   * Rows in an order of their own.
   *
   * @param cursor what stands for a row in {@code starting_after}
   * @param after whether a row comes after a cursor
   */
  public static <T> Answer page(
      Call call,
      List<T> rows,
      int most,
      Function<T, String> cursor,
      Function<String, Predicate<T>> after,
      BiConsumer<JsonOut, T> writer) {
    var page = new Page<>(call, limit(call, most), rows.size(), cursor);
    Predicate<T> follows =
        call.setting(Setting.REPEAT_CURSOR)
            ? row -> true
            : call.query().text("starting_after").map(after).orElse(row -> true);
    for (T row : rows.subList(0, shown(call, rows.size()))) {
      if (page.open() && follows.test(row)) {
        page.add(row, writer);
      }
    }
    return page.done();
  }

  /** Rows from an offset on; sorting by a column leaves no room for a cursor. */
  public static <T> Answer slice(Call call, List<T> rows, int skip, BiConsumer<JsonOut, T> writer) {
    int limit = limit(call, MOST);
    if (skip < 0) {
      throw Query.wrong("skip", "be >= 0");
    }
    int from = Math.min(skip, rows.size());
    int to = Math.min(shown(call, rows.size()), from + limit);
    var out = new JsonOut().object().array("items");
    rows.subList(from, Math.max(from, to)).forEach(row -> writer.accept(out, row));
    return Answer.ok(out.endArray().endObject());
  }

  private static int limit(Call call, int most) {
    int limit = call.query().integer("limit").orElse(DEFAULT);
    if (limit < 1) {
      throw Query.wrong("limit", "be >= 1");
    }
    return limit > most ? 0 : limit;
  }

  private static int shown(Call call, int size) {
    return (int) Math.ceil(size * call.setting(Setting.LIST_ONLY_PART));
  }
}
