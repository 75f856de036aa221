package agency.steward.changeset.lane.pass;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.stored.RowEnd;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One pass over the pages of a list: compares, stores the intent and sends as many rows at a time
 * as go out before what they were compared with is too old, and has each page read back once all
 * its rows are settled. Pages of which rows do not go out in time are read again: at once where the
 * quota is slow, beside the rows of the next page where one reading does mostly, at the end else.
 */
final class Flow {
  /** Most rows that are stored as intended together. */
  static final int BLOCK = 50;

  /** What storing them takes, and some more, since no two calls go out quite alike. */
  private static final Duration SPARE = Duration.ofMillis(200);

  /** A page is read again where it would not be good for so long. */
  private static final Duration WORTH_WHILE = Duration.ofMillis(300);

  /** What reading it takes; who reads it sooner has an older one. */
  private static final Duration READING = Duration.ofMillis(150);

  /** Rows go unsettled no longer than that, about. */
  private static final Duration AT_STAKE = Duration.ofSeconds(20);

  /** What is done to rows before they are sent. */
  interface Block {

    /** How a row ends that need not be sent. */
    Optional<RowEnd> compared(LaneRow row, Optional<ObjectNode> now);

    /** Stores that they are about to be sent; those that may be. */
    List<LaneRow> intended(List<LaneRow> rows);
  }

  private final Wave wave;
  private final Line line;
  private final Block block;
  private final Function<Batch, List<Leftover>> settle;
  private final List<Leftover> leftovers = new ArrayList<>();
  private final List<Page> unsent = new ArrayList<>();

  /**
   * @param settle reads back what was sent and writes it down, but for what does not show yet
   */
  Flow(Wave wave, Block block, Function<Batch, List<Leftover>> settle) {
    this.wave = wave;
    this.line = wave.line();
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
      for (var page = ahead.next(); page.isPresent(); page = ahead.next()) {
        made += page(page.get(), ahead);
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

  private int page(Page page, Ahead ahead) {
    Batch batch = batch(page, ahead);
    int going = ahead.keepsUp() && page.isRenewable() ? room(page) : 0;
    boolean inTime = going > 0 && isRestAside(page, going, ahead);
    List<LaneRow> left = inTime ? first(page, going) : page.rows();
    int made = 0;
    try {
      Page now = page;
      while (!left.isEmpty()) {
        now = inTime && ahead.keepsUp() ? now : good(now, left.size());
        if (isOld(now)) {
          break;
        }
        int size = Math.clamp(fits(now), 1, left.size());
        made += block(left.subList(0, size), now, batch, ahead);
        wave.checkStopped();
        left = left.subList(size, left.size());
        batch = next(batch, ahead);
      }
    } finally {
      batch.done();
      ahead.done(left.size());
    }
    return made;
  }

  private static List<LaneRow> first(Page page, int rows) {
    return page.rows().subList(0, Math.min(rows, page.rows().size()));
  }

  /**
   * Whether those rows that would not go out in time are read again meanwhile, if there are any.
   */
  private static boolean isRestAside(Page page, int going, Ahead ahead) {
    List<LaneRow> all = page.rows();
    if (going >= all.size()) {
      return true;
    }
    boolean aside = ahead.setAside(page.about(all.subList(going, all.size())));
    ahead.done(aside ? all.size() - going : 0);
    return aside;
  }

  /** This page, or the same read again where too few rows would go out in time. */
  private Page good(Page page, int rows) {
    int enough = Math.min(rows, Math.clamp(line.going(WORTH_WHILE), 1, BLOCK));
    if (!page.isRenewable() || fits(page) >= enough) {
      return page;
    }
    line.awaitLast(READING);
    return page.again().get();
  }

  /** How many rows go out together while it is fresh. */
  private int fits(Page page) {
    return Math.min(BLOCK, room(page));
  }

  /** How many rows go out while it is fresh. */
  private int room(Page page) {
    Duration left = page.fresh().left(line.now()).minus(SPARE);
    return left.isNegative() ? 0 : line.room(left);
  }

  private boolean isOld(Page page) {
    return page.fresh().passed(line.now());
  }

  private Batch batch(Page page, Ahead ahead) {
    return new Batch(page, settled -> wave.run(() -> settle(settled, ahead)));
  }

  private Batch next(Batch batch, Ahead ahead) {
    if (batch.size() < line.going(AT_STAKE)) {
      return batch;
    }
    batch.done();
    return batch(batch.page(), ahead);
  }

  private int block(List<LaneRow> rows, Page page, Batch batch, Ahead ahead) {
    var going = new ArrayList<LaneRow>();
    int ended = 0;
    for (LaneRow row : rows.stream().filter(page::tellsOf).toList()) {
      Optional<RowEnd> end = block.compared(row, page.now(row));
      end.ifPresentOrElse(known -> batch.end(row, known), () -> going.add(row));
      ended += end.isPresent() ? 1 : 0;
    }
    List<LaneRow> sent = going.isEmpty() ? List.of() : block.intended(going);
    ahead.done(rows.size() - sent.size());
    for (LaneRow row : sent) {
      wave.send(batch, row, page.fresh());
      ahead.done(1);
    }
    return ended + sent.size();
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
