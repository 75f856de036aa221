package agency.steward.changeset.lane.pass;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.lane.timing.Ahead;
import agency.steward.changeset.stored.RowEnd;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One pass over the pages of a list: sends their rows block by block, and reads each page back once
 * all its rows are settled. A page of which some rows do not go out while it is fresh is read
 * again: at once if the quota is slow, beside the rows of the next page if one more read usually
 * suffices, else at the end.
 */
final class Flow {
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
  private final List<Page> unsent = new ArrayList<>();

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
    int made = through(pages);
    int more = made;
    for (List<Page> left = unsent(); more > 0 && !left.isEmpty(); left = unsent()) {
      more = through(left.stream().map(page -> page.again().get()).iterator());
      made += more;
    }
    return made;
  }

  private int through(Iterator<Page> pages) {
    int made = 0;
    try (Ahead ahead = wave.ahead(pages)) {
      var blocks = new Blocks(wave, block, ahead, batch -> settle(batch, ahead));
      for (var page = ahead.next(); page.isPresent(); page = ahead.next()) {
        made += blocks.page(page.get());
      }
    } catch (RuntimeException e) {
      wave.stop(e);
    }
    wave.await();
    return made;
  }

  /** Pages of which rows did not go out in time, with these; none once nothing goes any more. */
  private synchronized List<Page> unsent() {
    List<Page> pages = wave.goesOn() ? List.copyOf(unsent) : List.of();
    unsent.clear();
    return pages;
  }

  /** What does not show yet. */
  synchronized List<Leftover> leftovers() {
    return List.copyOf(leftovers);
  }

  private void settle(Batch batch, Ahead ahead) {
    List<Leftover> left = settle.apply(batch);
    synchronized (this) {
      leftovers.addAll(left);
    }
    if (!batch.unsent().isEmpty()) {
      goOn(batch.page().about(batch.unsent()), ahead);
    }
  }

  /** With what did not go out in time: soon, or at the end. */
  private synchronized void goOn(Page page, Ahead ahead) {
    if (!wave.goesOn() || !ahead.setAside(page)) {
      unsent.add(page);
    }
  }
}
