package agency.steward.billing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/** Moments of Instantly's billing: Unix seconds, here and nowhere else (facts.md 4.7). */
final class UnixTime {
  /** What would be the year 5138 in seconds is milliseconds. */
  private static final long MILLISECONDS = 100_000_000_000L;

  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").toEpochMilli();

  private UnixTime() {}

  /** Empty for null, zero, and whatever is no moment of this age. */
  static Optional<Instant> of(JsonNode value) {
    if (!value.isNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
      return Optional.empty();
    }
    long number = value.longValue();
    long millis = number < MILLISECONDS ? number * 1_000 : number;
    return millis > LAST ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
