package agency.steward.instantly.pace;

/**
 * How far apart the bulk calls of one bucket are: they take what interactive calls leave, evenly.
 * Moments are nanoseconds of a monotonic clock. Not thread-safe.
 */
final class Spread {

  /** How many may make up for time lost; together they delay an interactive one. */
  private static final int BURST = 5;

  /** What bulk takes for its own, however many interactive calls there are. */
  private static final double PART = 0.1;

  /**
   * Of a second bulk leaves to interactive calls what they use and so many more, of which holes are
   * filled: each would come again a second later.
   */
  private static final int ROOM = 3;

  private final Windows windows;
  private final Demand ofSecond = new Demand(2 * Windows.SECOND);
  private final Demand ofMinute = new Demand(10 * Windows.SECOND);
  private boolean begun;
  private long due;

  Spread(Windows windows) {
    this.windows = windows;
  }

  /** An interactive call was let go. */
  void interactive(long now) {
    ofSecond.call(now);
    ofMinute.call(now);
  }

  /** The first moment at which one more may go. */
  long opens(long now, Amount share) {
    return begun ? due - BURST * spacing(now, share) : now;
  }

  /** One was let go; by how much it delays those behind. */
  long bulk(long now, Amount share) {
    long spacing = spacing(now, share);
    due = (begun ? Math.max(due, now) : now) + spacing;
    begun = true;
    return spacing;
  }

  /** One that was let go did not go out. */
  void unused(long delay) {
    due -= delay;
  }

  /**
   * Bulk uses what interactive calls leave. They go first, but would find the minute used up; and
   * of a second that bulk fills up to the last call, a moment at which nobody called would come
   * again in each second after it as one at which nobody may.
   */
  private long spacing(long now, Amount share) {
    int people = ofSecond.in(Windows.SECOND, now);
    int second = people > 0 ? people + ROOM : 0;
    Amount others = new Amount(second, ofMinute.in(Windows.MINUTE, now));
    return windows.spacing(now, share.minus(others.atMost(share.times(1 - PART, 1 - PART))));
  }
}
