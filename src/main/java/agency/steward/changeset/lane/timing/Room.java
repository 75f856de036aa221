package agency.steward.changeset.lane.timing;

import agency.steward.changeset.lane.list.Page;
import java.time.Duration;

/** How many rows go while what they were compared with is fresh. */
public record Room(Line line) {
  /** The most rows whose intents are stored together. */
  public static final int BLOCK = 50;

  /** The time to store them, and a little more, since calls do not go at exactly even intervals. */
  private static final Duration SPARE = Duration.ofMillis(200);

  /** A page that would be fresh for less than this is read again. */
  private static final Duration WORTH_WHILE = Duration.ofMillis(300);

  /** The time to read a page; reading it sooner would only make it older. */
  private static final Duration READING = Duration.ofMillis(150);

  /** Roughly the longest time for which rows may stay unsettled. */
  private static final Duration AT_STAKE = Duration.ofSeconds(20);

  public int of(Page page) {
    Duration left = page.fresh().left(line.now()).minus(SPARE);
    return left.isNegative() ? 0 : line.room(left);
  }

  /** How many of them are stored and sent together. */
  public int block(Page page) {
    return Math.min(BLOCK, of(page));
  }

  /** Whether rows that were compared with it may no longer be sent. */
  public boolean isOver(Page page) {
    return page.fresh().passed(line.now());
  }

  /** This page, or the same page read again if too few of its rows would go in time. */
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
