package agency.steward.sandbox.row;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes ids and secrets that look like Instantly's. */
public final class NewId {
  private static final int COUNTER_BITS = 12;
  private static final int SECRET_BYTES = 51; // 68 characters in base64 (facts.md 1.3)
  private static final long FIRST = 1_767_225_600_000L; // 2026-01-01, in ms
  private static final AtomicLong LAST = new AtomicLong();
  private static final SecureRandom RANDOM = new SecureRandom();

  private NewId() {}

  /** A UUIDv7, greater than every one before. */
  public static UUID next() {
    long now = System.currentTimeMillis() << COUNTER_BITS;
    long tick = LAST.accumulateAndGet(now, (last, time) -> Math.max(last + 1, time));
    long high = (tick >>> COUNTER_BITS) << 16 | 0x7000 | (tick & 0xFFF);
    return new UUID(high, 0x8000_0000_0000_0000L | ThreadLocalRandom.current().nextLong() >>> 2);
  }

  /** The same person has the same user id in every workspace (facts.md 4.1). */
  public static UUID ofPerson(String email) {
    String name = "person:" + email.toLowerCase(Locale.ROOT);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /** The n-th of that name: the same each time, and greater than those before it. */
  public static UUID fixed(String name, int n) {
    long low =
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).getLeastSignificantBits();
    return new UUID((FIRST + n) << 16 | 0x7000, low);
  }

  public static String secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The same each time. */
  public static String fixedSecret(String name) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-512").digest(name.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(Arrays.copyOf(hash, SECRET_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
