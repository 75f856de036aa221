package agency.steward.changeset.lane.timing;

import agency.steward.changeset.lane.list.Page;
import java.time.Duration;

/**
 * How long before its rows begin a page is read: soon enough that nobody waits for it, and so late
 * that all of them go while it is good. One thread notes pages, any may ask.
 */
final class Lead {

  /** As long as a page takes, nearly always. */
  private static final Duration TIME = Duration.ofMillis(600);

  /** As long as it takes mostly. */
  private static final Duration LEAST = Duration.ofMillis(250);

  /** So much of the time for which a page is good should be left as its last row goes out. */
  private static final Duration SPARE = Duration.ofMillis(300);

  private final Line line;

  /** For how long a page was good at most once it was there. */
  private volatile Duration good = Duration.ZERO;

  Lead(Line line) {
    this.line = line;
  }

  /** It has just been read. */
  void note(Page page) {
    Duration left = page.fresh().left(line.now());
    good = good.compareTo(left) >= 0 ? good : left;
  }

  /** For a page of so many rows. */
  Duration of(int rows) {
    Duration latest = latest(rows);
    return latest.compareTo(LEAST) >= 0 && latest.compareTo(TIME) < 0 ? latest : TIME;
  }

  private Duration latest(int rows) {
    return good.minus(SPARE).minus(line.time(rows));
  }

  /** Whether all rows of a page go out while it is good, if it does not take unusually long. */
  boolean isEnough() {
    return latest(Page.SIZE).compareTo(LEAST) >= 0;
  }
}
