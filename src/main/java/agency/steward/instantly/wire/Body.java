package agency.steward.instantly.wire;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** The bytes of a response as they come in, up to a limit. */
final class Body {
  private static final int USUAL = 8 * 1024;

  private final int limit;
  private byte[] bytes = {};
  private int size;

  Body(int limit) {
    this.limit = limit;
  }

  /**
   * @param length as announced, negative where it is not
   * @return whether so much is taken
   */
  boolean expect(long length) {
    if (length > limit) {
      return false;
    }
    if (length > 0) {
      bytes = new byte[(int) length];
    }
    return true;
  }

  /** Whether it was taken. */
  boolean add(Buffer chunk) {
    int length = chunk.length();
    if (length > limit - size) {
      return false;
    }
    if (size + length > bytes.length) {
      long larger = Math.max(2L * bytes.length, Math.max(USUAL, size + length));
      bytes = Arrays.copyOf(bytes, (int) Math.min(limit, larger));
    }
    chunk.getBytes(0, length, bytes, size);
    size += length;
    return true;
  }

  byte[] whole() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
