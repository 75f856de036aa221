package agency.steward.sandbox.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of JSON that grow as they are written. */
final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int size;

  JsonBytes(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] toBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  JsonBytes put(int octet) {
    room(1);
    bytes[size++] = (byte) octet;
    return this;
  }

  JsonBytes append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  /** Text without anything to escape. */
  JsonBytes ascii(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  /** Any text, between quotes. */
  JsonBytes quoted(String text) {
    put('"');
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (special(c)) {
        return escaped(text, i).put('"');
      }
      bytes[size++] = (byte) c;
    }
    return put('"');
  }

  private static boolean special(char c) {
    return c < 0x20 || c == '"' || c == '\\' || c >= 0x7f;
  }

  private JsonBytes escaped(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!special(c)) {
        put(c);
      } else if (c == '"' || c == '\\') {
        put('\\').put(c);
      } else if (c < 0x80) {
        put('\\').put('u').hex(c, 4);
      } else {
        int end = text.offsetByCodePoints(i, 1);
        append(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    return this;
  }

  JsonBytes hex(long value, int digits) {
    room(digits);
    int at = size;
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      bytes[at++] = HEX[(int) (value >>> shift) & 15];
    }
    size = at;
    return this;
  }

  /** With zeros in front. */
  JsonBytes digits(int value, int count) {
    room(count);
    int rest = value;
    for (int at = size + count - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += count;
    return this;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
