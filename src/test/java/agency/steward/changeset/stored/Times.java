package agency.steward.changeset.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Lets time pass in tests. */
public final class Times {
  private Times() {}

  /** So much later than by that clock, at any moment. */
  public static DatabaseTime after(DatabaseTime clock, Supplier<Duration> later) {
    return new DatabaseTime(null) {
      @Override
      public Instant now() {
        return clock.now().plus(later.get());
      }
    };
  }
}
