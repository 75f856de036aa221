package agency.steward.sandbox.call;

import agency.steward.sandbox.behaviour.EndCursor;
import agency.steward.sandbox.behaviour.Setting;
import agency.steward.sandbox.json.JsonOut;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page while it is written. */
final class Page<T> {
  private static final int BYTES_PER_ROW = 420;
  private static final int BYTES_AROUND = 128;

  private final Call call;
  private final int limit;
  private final Function<T, String> cursor;
  private final JsonOut out;
  private int count;
  private @Nullable T last;

  /**
   * @param most rows there could be
   * @param cursor of a row, asked of the last one only
   */
  Page(Call call, int limit, int most, Function<T, String> cursor) {
    this.call = call;
    this.limit = limit;
    this.cursor = cursor;
    this.out = new JsonOut(BYTES_AROUND + BYTES_PER_ROW * Math.min(limit, most));
    out.object().array("items");
  }

  boolean open() {
    return count < limit;
  }

  void add(T row, BiConsumer<JsonOut, T> writer) {
    count++;
    last = row;
    writer.accept(out, row);
  }

  Answer done() {
    out.endArray();
    boolean full = limit > 0 && count == limit;
    if (full || call.setting(Setting.REPEAT_CURSOR)) {
      out.text("next_starting_after", last == null ? "" : cursor.apply(last));
    } else {
      end(call.setting(Setting.END_CURSOR));
    }
    return Answer.ok(out.endObject());
  }

  private void end(EndCursor form) {
    switch (form) {
      case ABSENT -> {}
      case NULL -> out.nothing("next_starting_after");
      case EMPTY -> out.text("next_starting_after", "");
    }
  }
}
