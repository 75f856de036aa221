package agency.steward.instantly.body;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Text in which nothing is to be looked at: printable ASCII without quotes and backslashes. Eight
 * bytes are looked at as one number, since most of a page is such text.
 */
final class Plain {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long TOP_BITS = EACH << 7;
  private static final long QUOTES = EACH * '"';
  private static final long BACKSLASHES = EACH * '\\';
  private static final long SPACES = EACH * ' ';

  private Plain() {}

  /** Where it ends that begins there, or up to seven bytes before the end of all. */
  static int end(byte[] text, int from) {
    int at = from;
    while (at <= text.length - Long.BYTES) {
      long others = others((long) EIGHT.get(text, at));
      if (others != 0) {
        return at + (Long.numberOfTrailingZeros(others) >>> 3);
      }
      at += Long.BYTES;
    }
    return at;
  }

  /**
   * The top bit of the first byte that is no plain text. Those of bytes behind it may be set too,
   * since a subtraction borrows from them.
   */
  private static long others(long eight) {
    long below = eight - SPACES & ~eight;
    return (below | eight | zeros(eight ^ QUOTES) | zeros(eight ^ BACKSLASHES)) & TOP_BITS;
  }

  private static long zeros(long eight) {
    return eight - EACH & ~eight;
  }
}
