package agency.steward.sandbox.behaviour;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.atomic.AtomicLong;

/** Something that happens never, every time, or the first so many times. */
public final class Often {
  public static final Often NEVER = new Often(0);

  private final AtomicLong left;

  private Often(long times) {
    left = new AtomicLong(times);
  }

  static Often times(long times) {
    return times == 0 ? NEVER : new Often(times);
  }

  /** {@code true}, {@code false} or a number. */
  static Often of(JsonNode json) {
    return json.isBoolean()
        ? times(json.booleanValue() ? Long.MAX_VALUE : 0)
        : times(json.longValue());
  }

  /** Whether it happens this time. */
  public boolean now() {
    return this != NEVER && left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
  }
}
