package agency.steward.changeset.lane.timing;

import agency.steward.changeset.lane.list.Page;
import java.time.Duration;

/** How many rows go out while what they were compared with is fresh. */
public record Room(Line line) {
  /** Most rows that are stored as intended together. */
  public static final int BLOCK = 50;

  /** What storing them takes, and some more, since no two calls go out quite alike. */
  private static final Duration SPARE = Duration.ofMillis(200);

  /** A page is read again where it would not be good for so long. */
  private static final Duration WORTH_WHILE = Duration.ofMillis(300);

  /** What reading it takes; who reads it sooner has an older one. */
  private static final Duration READING = Duration.ofMillis(150);

  /** Rows go unsettled no longer than that, about. */
  private static final Duration AT_STAKE = Duration.ofSeconds(20);

  public int of(Page page) {
    Duration left = page.fresh().left(line.now()).minus(SPARE);
    return left.isNegative() ? 0 : line.room(left);
  }

  /** How many of them are stored and sent together. */
  public int block(Page page) {
    return Math.min(BLOCK, of(page));
  }

  /** Whether nothing may be sent any more that was compared with it. */
  public boolean isOver(Page page) {
    return page.fresh().passed(line.now());
  }

  /** This page, or the same read again where too few of so many rows would go out in time. */
  public Page enough(Page page, int rows) {
    int enough = Math.min(rows, Math.clamp(line.going(WORTH_WHILE), 1, BLOCK));
    if (!page.isRenewable() || block(page) >= enough) {
      return page;
    }
    line.awaitLast(READING);
    return page.again().get();
  }

  /** How many rows may be unsettled together. */
  public int atStake() {
    return line.going(AT_STAKE);
  }
}
