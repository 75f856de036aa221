package agency.steward.instantly.send;

import java.util.function.LongSupplier;

/**
 * Keeps retries a small part of all calls, so that an Instantly in trouble is not asked three times
 * as much. Calls and time pay in, retries take out; what is not used for long is lost.
 */
final class RetryBudget {
  /** For so many seconds the floor, and for so many calls the share, is saved up at most. */
  private static final int SECONDS = 10;

  private static final int CALLS = 10_000;
  private static final double NANOS = 1e9;

  private final double share;
  private final double floor;
  private final LongSupplier nanos;
  private double left;
  private long last;

  RetryBudget(double share, int floor, LongSupplier nanos) {
    this.share = share;
    this.floor = floor;
    this.nanos = nanos;
    this.left = (double) floor * SECONDS;
    this.last = nanos.getAsLong();
  }

  synchronized void call() {
    left = Math.min(left + share, floor * SECONDS + share * CALLS);
  }

  synchronized boolean take() {
    long now = nanos.getAsLong();
    double earned = floor * Math.min(SECONDS, (now - last) / NANOS);
    last = now;
    left = Math.min(left + earned, floor * SECONDS + share * CALLS);
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
