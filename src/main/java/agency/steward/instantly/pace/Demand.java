package agency.steward.instantly.pace;

/**
 * How many interactive calls there are, by those of late. Moments are nanoseconds of a monotonic
 * clock. Not thread-safe.
 */
final class Demand {
  private final double memory;
  private double calls;
  private long at;

  /**
   * @param memory for how long a call is remembered, on average
   */
  Demand(long memory) {
    this.memory = memory;
  }

  void call(long now) {
    fade(now);
    calls++;
  }

  /** How many there are in so long a period. */
  int in(long period, long now) {
    fade(now);
    return (int) (calls * period / memory);
  }

  private void fade(long now) {
    calls *= Math.exp((at - now) / memory);
    at = now;
  }
}
