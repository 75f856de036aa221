package agency.steward.instantly.pace;

import java.time.Duration;

/** There is no turn before the deadline. */
public final class QuotaExhaustedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  QuotaExhaustedException(Duration retryAfter) {
    super("No quota for " + retryAfter, null, false, false);
    this.retryAfter = retryAfter;
  }

  /** When there may be one. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
