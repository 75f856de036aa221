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

  /** Whether so many more are within the limit. */
  boolean takes(int more) {
    return more <= limit - size;
  }

  /** Bytes of memory that it takes with so many more. */
  int roomWith(int more) {
    return size + more > bytes.length ? larger(size + more) : bytes.length;
  }

  void add(Buffer chunk) {
    int length = chunk.length();
    int room = roomWith(length);
    if (room > bytes.length) {
      bytes = Arrays.copyOf(bytes, room);
    }
    chunk.getBytes(0, length, bytes, size);
    size += length;
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
