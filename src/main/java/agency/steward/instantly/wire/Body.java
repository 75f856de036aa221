package agency.steward.instantly.wire;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;

/** The bytes of a response as they come in, up to a limit. */
final class Body {
  private static final int USUAL = 8 * 1024;

  /** What is announced need not come: beyond that room is made for what has. */
  private static final int BELIEVED = 64 * 1024;

  private final int limit;
  private int announced;
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
    announced = (int) Math.max(0, length);
    return true;
  }

  /** Whether it was taken. */
  boolean add(Buffer chunk) {
    int length = chunk.length();
    if (length > limit - size) {
      return false;
    }
    if (size + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, larger(size + length));
    }
    chunk.getBytes(0, length, bytes, size);
    size += length;
    return true;
  }

  private int larger(int least) {
    long usual = announced > 0 ? Math.min(announced, BELIEVED) : USUAL;
    long most = announced >= least ? announced : limit;
    return (int) Math.min(most, Math.max(2L * bytes.length, Math.max(usual, least)));
  }

  /** Bytes of memory that it takes. */
  int room() {
    return bytes.length;
  }

  byte[] whole() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
