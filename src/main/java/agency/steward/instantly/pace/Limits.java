package agency.steward.instantly.pace;

import java.time.Duration;

/**
 * How fast one workspace may be called.
 *
 * @param perSecond most calls in any second
 * @param perMinute most calls in any minute
 * @param guard by how much longer than a second and a minute the windows are kept, for calls that
 *     overtake each other on their way; doubles when Instantly says 429 nevertheless
 * @param maxGuard what doubling stops at
 * @param recovery how long without a 429 until the guard is halved again
 */
public record Limits(
    int perSecond, int perMinute, Duration guard, Duration maxGuard, Duration recovery) {

  public Limits {
    if (perSecond < 1 || perMinute < 1) {
      throw new IllegalArgumentException("A workspace may be called at least once");
    }
  }

  /** A minute is sixty seconds: where those may all be full, its own limit holds by itself. */
  boolean minuteBinds() {
    return perMinute < 60L * perSecond;
  }

  /** Calls a second, however long it goes on: what the minute allows, where that is less. */
  public double inTheLongRun() {
    return Math.min(perSecond, perMinute / 60.0);
  }

  /** All of it. */
  public Amount whole() {
    return new Amount(perSecond, minuteBinds() ? perMinute : 0);
  }
}
