package agency.steward.changeset.lane;

import agency.steward.changeset.stored.RowEnd;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One pass over the pages of a list: compares, stores the intent and sends a block at a time, and
 * has each page read back once all its rows are settled.
 */
final class Flow {
  /** Rows that are stored as intended together. */
  static final int BLOCK = 50;

  /** What a block takes at the pace of Instantly, and its place in the line. */
  private static final Duration BLOCK_TAKES = Duration.ofMillis(600);

  /** What is done to rows before they are sent. */
  interface Block {

    /** How a row ends that need not be sent. */
    Optional<RowEnd> compared(LaneRow row, Optional<ObjectNode> now);

    /** Stores that they are about to be sent; those that may be. */
    List<LaneRow> intended(List<LaneRow> rows);
  }

  private final Wave wave;
  private final Block block;
  private final Function<Batch, List<Leftover>> settle;
  private final List<Leftover> leftovers = new ArrayList<>();

  /**
   * @param settle reads back what was sent and writes it down, but for what does not show yet
   */
  Flow(Wave wave, Block block, Function<Batch, List<Leftover>> settle) {
    this.wave = wave;
    this.block = block;
    this.settle = settle;
  }

  /** Returns how many rows came to an end or were sent, once nothing is on its way any more. */
  int all(Iterator<Page> pages) {
    int made = 0;
    try (Ahead ahead = Ahead.of(pages)) {
      for (var page = ahead.next(); page.isPresent(); page = ahead.next()) {
        made += page(page.get(), ahead);
      }
    } catch (RuntimeException e) {
      wave.stop(e);
    }
    wave.await();
    return made;
  }

  /** What does not show yet. */
  synchronized List<Leftover> leftovers() {
    return List.copyOf(leftovers);
  }

  private int page(Page page, Ahead ahead) {
    var batch = new Batch(page, settled -> wave.run(() -> settle(settled)));
    int made = 0;
    try {
      Page now = page;
      for (int from = 0; from < page.rows().size(); from += BLOCK) {
        int to = Math.min(page.rows().size(), from + BLOCK);
        now = now.goodFor(BLOCK_TAKES);
        made += block(page.rows().subList(from, to), now, batch);
        ahead.done(to - from);
        wave.checkStopped();
      }
    } finally {
      batch.done();
    }
    return made;
  }

  private int block(List<LaneRow> rows, Page page, Batch batch) {
    var going = new ArrayList<LaneRow>();
    int ended = 0;
    for (LaneRow row : rows.stream().filter(page::tellsOf).toList()) {
      Optional<RowEnd> end = block.compared(row, page.now(row));
      end.ifPresentOrElse(known -> batch.end(row, known), () -> going.add(row));
      ended += end.isPresent() ? 1 : 0;
    }
    List<LaneRow> sent = going.isEmpty() ? List.of() : block.intended(going);
    sent.forEach(row -> wave.send(batch, row, page.fresh()));
    return ended + sent.size();
  }

  private void settle(Batch batch) {
    List<Leftover> left = settle.apply(batch);
    synchronized (this) {
      leftovers.addAll(left);
    }
  }
}
