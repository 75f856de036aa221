package agency.steward.changeset.guard;

import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A time in which nothing is applied.
 *
 * @param from the first moment of it
 * @param until the first moment after it
 */
public record FreezeWindow(Instant from, Instant until) {

  public FreezeWindow {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("a freeze window ends after it has begun");
    }
  }

  /** Reads two moments with a slash between them; the configuration finds it by its name. */
  public static FreezeWindow valueOf(String text) {
    String[] ends = text.strip().split("/", -1);
    if (ends.length != 2) {
      throw new IllegalArgumentException(
          "a freeze window is two moments such as 2026-12-24T00:00:00Z/2027-01-02T00:00:00Z");
    }
    return new FreezeWindow(moment(ends[0]), moment(ends[1]));
  }

  private static Instant moment(String text) {
    return OffsetDateTime.parse(text.strip()).toInstant();
  }

  public boolean contains(Instant moment) {
    return !moment.isBefore(from) && moment.isBefore(until);
  }
}
