package agency.steward.fleet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/** The rows of many workspaces in one order; those of each workspace come in it already. */
final class OrderedRows {

  /**
   * @param bytes ready to be sent
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
  record Row(String position, byte[] bytes) {}

  /** What is left of one workspace. */
  private record Rest(Row first, Iterator<Row> others) {}

  private final long room;
  private final LongConsumer taken;
  private final List<List<Row>> workspaces = new ArrayList<>();
  private long held;

  /**
   * @param room how many bytes it may hold
   * @param taken told how many more it holds; throws where all answers together hold too much
   */
  OrderedRows(long room, LongConsumer taken) {
    this.room = room;
    this.taken = taken;
  }

  /** False where they do not fit any more: then none of them is held. */
  boolean add(Reading.Ordered reading) {
    if (held + reading.size() > room) {
      return false;
    }
    taken.accept(reading.size());
    held += reading.size();
    workspaces.add(reading.rows());
    return true;
  }

  /** All of them, merged; what is sent is not copied before. */
  void sendTo(Parts parts) throws IOException {
    var rests = new PriorityQueue<Rest>(Comparator.comparing(rest -> rest.first().position()));
    workspaces.forEach(rows -> take(rests, rows.iterator()));
    for (Rest next = rests.poll(); next != null; next = rests.poll()) {
      parts.add(next.first().bytes());
      take(rests, next.others());
    }
  }

  private static void take(PriorityQueue<Rest> rests, Iterator<Row> rows) {
    if (rows.hasNext()) {
      rests.add(new Rest(rows.next(), rows));
    }
  }
}
