package agency.steward.ids;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then a 12-bit counter within the millisecond,
 * then 62 random bits. Ids of one process sort in the order in which they were made.
 */
public final class Ids {
  private static final int COUNTER_BITS = 12;
  private static final Ids SHARED = new Ids(System::currentTimeMillis, new SecureRandom());

  private final LongSupplier millis;
  private final SecureRandom random;
  private long last;

  Ids(LongSupplier millis, SecureRandom random) {
    this.millis = millis;
    this.random = random;
  }

  public static UUID next() {
    return SHARED.make();
  }

  UUID make() {
    long tick = tick();
    long high = (tick >>> COUNTER_BITS) << 16 | 0x7000 | (tick & 0xFFF);
    return new UUID(high, 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
  }

  /**
   * Milliseconds and counter as one number, so that a full counter borrows the next millisecond.
   */
  private synchronized long tick() {
    last = Math.max(last + 1, millis.getAsLong() << COUNTER_BITS);
    return last;
  }
}
