package agency.steward.changeset.lane.timing;

import agency.steward.changeset.lane.list.Page;
import java.time.Duration;

/**
 * How long before its first row goes a page is read: soon enough that no row waits for the page,
 * and late enough that all its rows go while it is fresh. One thread calls {@link #note}, any
 * thread may ask.
 */
final class Lead {

  /** Reading a page nearly never takes longer. */
  private static final Duration TIME = Duration.ofMillis(600);

  /** Reading a page usually takes no longer. */
  private static final Duration LEAST = Duration.ofMillis(250);

  /** How long a page should still be fresh when its last row goes. */
  private static final Duration SPARE = Duration.ofMillis(300);

  private final Line line;

  /** The longest time for which any page was still fresh on arrival. */
  private volatile Duration good = Duration.ZERO;

  Lead(Line line) {
    this.line = line;
  }

  /** Notes a page that was just read. */
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

  /** Whether all rows of a page go while it is fresh, unless reading it takes unusually long. */
  boolean isEnough() {
    return latest(Page.SIZE).compareTo(LEAST) >= 0;
  }
}
