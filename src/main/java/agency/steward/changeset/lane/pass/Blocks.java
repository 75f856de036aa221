package agency.steward.changeset.lane.pass;

import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.lane.list.Page;
import agency.steward.changeset.lane.timing.Ahead;
import agency.steward.changeset.lane.timing.Room;
import agency.steward.changeset.stored.RowEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares rows of pages, stores the intent and sends them: as many at a time as go out before what
 * they were compared with is too old.
 */
final class Blocks {
  private final Wave wave;
  private final Room room;
  private final Flow.Block block;
  private final Ahead ahead;
  private final Consumer<Batch> settle;

  /**
   * @param ahead where what does not go out in time is read again
   * @param settle on a thread of the wave, once all rows of a batch are settled
   */
  Blocks(Wave wave, Flow.Block block, Ahead ahead, Consumer<Batch> settle) {
    this.wave = wave;
    this.room = new Room(wave.line());
    this.block = block;
    this.ahead = ahead;
    this.settle = settle;
  }

  /** How many rows of it came to an end or were sent. */
  int page(Page page) {
    Batch batch = batch(page);
    int going = ahead.keepsUp() && page.isRenewable() ? room.of(page) : 0;
    boolean inTime = going > 0 && isRestAside(page, going);
    List<LaneRow> left = inTime ? first(page, going) : page.rows();
    int made = 0;
    try {
      Page now = page;
      while (!left.isEmpty()) {
        now = inTime && ahead.keepsUp() ? now : room.enough(now, left.size());
        if (room.isOver(now)) {
          break;
        }
        int size = Math.clamp(room.block(now), 1, left.size());
        made += block(left.subList(0, size), now, batch);
        wave.checkStopped();
        left = left.subList(size, left.size());
        batch = next(batch);
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
  private boolean isRestAside(Page page, int going) {
    List<LaneRow> all = page.rows();
    if (going >= all.size()) {
      return true;
    }
    boolean aside = ahead.setAside(page.about(all.subList(going, all.size())));
    ahead.done(aside ? all.size() - going : 0);
    return aside;
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
    ahead.done(rows.size() - sent.size());
    for (LaneRow row : sent) {
      wave.send(batch, row, page.fresh());
      ahead.done(1);
    }
    return ended + sent.size();
  }

  private Batch batch(Page page) {
    return new Batch(page, settled -> wave.run(() -> settle.accept(settled)));
  }

  private Batch next(Batch batch) {
    if (batch.size() < room.atStake()) {
      return batch;
    }
    batch.done();
    return batch(batch.page());
  }
}
