package agency.steward.instantly.share;

import agency.steward.instantly.pace.Amount;
import agency.steward.instantly.pace.Look;

/** How much of one bucket this replica has been using lately. Not thread-safe. */
final class Pulse {
  private static final double SECOND = 1e9;

  /** Seconds over which use is averaged, so that shares do not follow every single call. */
  private static final double MEMORY = 2;

  /**
   * Seconds for which a call counts in the second: with less than that each would wait a little.
   */
  private static final double COUNTS = 1.02;

  /** Seconds for which a call counts in the minute, about. */
  private static final double MINUTE = 60;

  /** For how long bulk calls count as hungry after one was seen waiting. */
  private static final long HUNGER = 1_000_000_000L;

  private static final long QUIET = 5_000_000_000L;

  private final Amount whole;
  private double interactive;
  private double bulk;
  private double interactiveLately;
  private double bulkLately;
  private long interactiveEver;
  private long bulkEver;
  private long at;
  private long hungryUntil;
  private long busyAt;

  Pulse(Amount whole, Look first, long now) {
    this.whole = whole;
    boolean isBulk = first.bulkWaiting() > first.interactiveWaiting();
    interactive = isBulk ? 0 : first.used().second();
    bulk = isBulk ? first.used().second() : 0;
    interactiveLately = isBulk ? 0 : first.used().minute();
    bulkLately = isBulk ? first.used().minute() : 0;
    interactiveEver = first.interactiveEver();
    bulkEver = first.bulkEver();
    at = now;
    hungryUntil = now;
    busyAt = now;
  }

  Need need(Look look, long now) {
    average(look, now);
    if (look.bulkWaiting() > 0) {
      hungryUntil = now + HUNGER;
    }
    double part = interactiveLately / Math.max(1, interactiveLately + bulkLately);
    double counts = part * look.used().minute();
    Amount first = amount(interactive, counts, look.interactiveWaiting());
    Amount then = amount(bulk, look.used().minute() - counts, 0);
    return new Need(first, hungryUntil - now > 0 ? whole : then);
  }

  /** Whether nothing has been out of the ordinary for a while. */
  boolean isQuiet(boolean ordinary, long now) {
    if (!ordinary) {
      busyAt = now;
    }
    return now - busyAt >= QUIET;
  }

  private void average(Look look, long now) {
    double seconds = (now - at) / SECOND;
    if (seconds <= 0) {
      return;
    }
    double weight = -Math.expm1(-seconds / MEMORY);
    double faded = Math.exp(-seconds / MINUTE);
    long interactiveCalls = look.interactiveEver() - interactiveEver;
    long bulkCalls = look.bulkEver() - bulkEver;
    interactive += weight * (interactiveCalls / seconds - interactive);
    bulk += weight * (bulkCalls / seconds - bulk);
    interactiveLately = interactiveLately * faded + interactiveCalls;
    bulkLately = bulkLately * faded + bulkCalls;
    interactiveEver = look.interactiveEver();
    bulkEver = look.bulkEver();
    at = now;
  }

  /**
   * Rounded up, but what has faded away is nothing. With less of a minute than counts in it already
   * nobody could go.
   */
  private Amount amount(double rate, double counts, int waiting) {
    int minute = Math.max(up(MINUTE * rate), up(counts) + up(rate));
    return new Amount(up(COUNTS * rate) + waiting, minute + waiting).atMost(whole);
  }

  private static int up(double rate) {
    return (int) Math.ceil(rate - 0.1);
  }
}
