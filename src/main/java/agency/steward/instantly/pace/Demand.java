package agency.steward.instantly.pace;

/**
 * How many interactive calls there are in a minute, by those of late. Moments are nanoseconds of a
 * monotonic clock. Not thread-safe.
 */
final class Demand {
  private static final double MEMORY = 10.0 * Windows.SECOND;

  private double calls;
  private long at;

  void call(long now) {
    fade(now);
    calls++;
  }

  int perMinute(long now) {
    fade(now);
    return (int) (calls * Windows.MINUTE / MEMORY);
  }

  private void fade(long now) {
    calls *= Math.exp((at - now) / MEMORY);
    at = now;
  }
}
