package agency.steward.instantly.share;

import java.time.Duration;

/**
 * How replicas hear of each other.
 *
 * @param beat how often each is heard of
 * @param lease how long its shares last without
 * @param cutOff how long a part of them lasts
 * @param cutOffPart which part, from 0 to 1
 */
public record ShareRules(Duration beat, Duration lease, Duration cutOff, double cutOffPart) {
  /** Clocks run at different speeds: whoever waits for another waits so much longer. */
  private static final double SLACK = 1.05;

  /** For how long what was sent counts, and a little more. */
  private static final long SECOND = Duration.ofMillis(1_100).toNanos();

  private static final long MINUTE = Duration.ofMillis(61_100).toNanos();

  public ShareRules {
    if (lease.compareTo(beat.multipliedBy(3)) < 0 || cutOff.compareTo(lease) < 0) {
      throw new IllegalArgumentException(
          "steward.instantly.share: a lease is at least three beats, cut-off at least the lease");
    }
    if (!(cutOffPart >= 0 && cutOffPart <= 1)) {
      throw new IllegalArgumentException("steward.instantly.share.cut-off-part is from 0 to 1");
    }
  }

  /** How soon to beat again where something is about to change. */
  Duration soon() {
    return beat.dividedBy(5);
  }

  /** After so many nanoseconds of silence a replica's share of the second has lapsed. */
  long silenceOfTheLapsed() {
    return (long) (lease.toNanos() * SLACK) + SECOND;
  }

  /** And of the minute. */
  long silenceOfTheSettled() {
    return (long) (lease.toNanos() * SLACK) + MINUTE;
  }

  /** And nothing of it is left. */
  long silenceOfTheGone(boolean left, boolean minuteBinds) {
    long window = minuteBinds ? MINUTE : SECOND;
    return window + (left ? 0 : (long) (cutOff.toNanos() * SLACK));
  }
}
