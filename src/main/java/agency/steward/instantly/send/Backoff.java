package agency.steward.instantly.send;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to pause before sending again. */
final class Backoff {
  private static final int MOST_DOUBLINGS = 20;

  private final RetryRules rules;
  private final DoubleSupplier random;

  /**
   * @param random from 0 to 1
   */
  Backoff(RetryRules rules, DoubleSupplier random) {
    this.rules = rules;
    this.random = random;
  }

  /** Full jitter: anything from nothing to twice as much as before. */
  Duration beforeRetry(int retries) {
    return Duration.ofNanos((long) (ceiling(rules.base(), retries) * random.getAsDouble()));
  }

  /** For a 429 that does not say how long: at least a second, which is one of its windows. */
  Duration afterRefusal(int refusals) {
    long most = ceiling(Duration.ofSeconds(2), refusals);
    return Duration.ofNanos((long) (most * (0.5 + random.getAsDouble() / 2)));
  }

  private long ceiling(Duration first, int doublings) {
    long grown = first.toNanos() << Math.min(doublings, MOST_DOUBLINGS);
    return Math.min(grown, Math.max(first.toNanos(), rules.cap().toNanos()));
  }
}
