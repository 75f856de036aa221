package agency.steward.changeset.lane.pass;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.stored.RowEnd;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Rows of one page on their way: once nothing more is to come of any of them, it is settled. */
final class Batch {
  private final Page page;
  private final Consumer<Batch> settled;
  private final List<Leftover> acknowledged = new ArrayList<>();
  private final Map<LaneRow, RowEnd> ended = new LinkedHashMap<>();
  private final List<LaneRow> unsent = new ArrayList<>();
  private int begun;
  private int open = 1;

  /**
   * @param settled called once, on any thread, when all rows are settled; must not block
   */
  Batch(Page page, Consumer<Batch> settled) {
    this.page = page;
    this.settled = settled;
  }

  Page page() {
    return page;
  }

  synchronized void begin() {
    begun++;
    open++;
  }

  /** How many rows were begun. */
  synchronized int size() {
    return begun;
  }

  /** Instantly has said yes; it has to be read back. */
  synchronized void acknowledge(LaneRow row, Optional<ObjectNode> written) {
    acknowledged.add(new Leftover(row, written, Optional.empty()));
  }

  synchronized void end(LaneRow row, RowEnd end) {
    ended.put(row, end);
  }

  /** It can be begun again. */
  synchronized void leave(LaneRow row) {
    unsent.add(row);
  }

  /** Of a row that was begun; and once more when the last one has been. */
  void done() {
    if (isLast()) {
      settled.accept(this);
    }
  }

  private synchronized boolean isLast() {
    return --open == 0;
  }

  synchronized List<Leftover> acknowledged() {
    return List.copyOf(acknowledged);
  }

  synchronized Map<LaneRow, RowEnd> ended() {
    return new LinkedHashMap<>(ended);
  }

  synchronized List<LaneRow> unsent() {
    return List.copyOf(unsent);
  }
}
