package agency.steward.sandbox.json;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON into bytes without any object in between: a page of 100 rows is written on every
 * call, twenty thousand times a second. Not safe for several threads.
 */
public final class JsonOut {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final long DAY = 86_400_000L;

  private byte[] bytes;
  private int size;
  private boolean comma;

  public JsonOut() {
    this(512);
  }

  public JsonOut(int capacity) {
    bytes = new byte[capacity];
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  public int size() {
    return size;
  }

  public JsonOut object() {
    return open('{');
  }

  public JsonOut object(String name) {
    return name(name).open('{');
  }

  public JsonOut array() {
    return open('[');
  }

  public JsonOut array(String name) {
    return name(name).open('[');
  }

  public JsonOut endObject() {
    return close('}');
  }

  public JsonOut endArray() {
    return close(']');
  }

  public JsonOut text(String name, @Nullable String value) {
    return name(name).text(value);
  }

  public JsonOut id(String name, @Nullable UUID value) {
    return name(name).id(value);
  }

  public JsonOut number(String name, long value) {
    return name(name).number(value);
  }

  /** With at most three decimals. */
  public JsonOut decimal(String name, long thousandths) {
    name(name).number(thousandths / 1000);
    comma = false;
    int rest = (int) (thousandths % 1000);
    put('.').put('0' + rest / 100).put('0' + rest / 10 % 10).put('0' + rest % 10);
    comma = true;
    return this;
  }

  public JsonOut flag(String name, boolean value) {
    return name(name).raw(value ? "true" : "false");
  }

  public JsonOut nothing(String name) {
    return name(name).raw("null");
  }

  /** An instant in epoch milliseconds, as ISO-8601 UTC with milliseconds. */
  public JsonOut time(String name, long epochMillis) {
    name(name).separate().put('"');
    LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, DAY));
    int rest = (int) Math.floorMod(epochMillis, DAY);
    digits(date.getYear(), 4).put('-');
    digits(date.getMonthValue(), 2).put('-');
    digits(date.getDayOfMonth(), 2).put('T');
    digits(rest / 3_600_000, 2).put(':');
    digits(rest / 60_000 % 60, 2).put(':');
    digits(rest / 1000 % 60, 2).put('.');
    digits(rest % 1000, 3).put('Z').put('"');
    return done();
  }

  public JsonOut texts(String name, @Nullable Collection<String> values) {
    name(name);
    if (values == null) {
      return raw("null");
    }
    array();
    values.forEach(this::text);
    return endArray();
  }

  /** Bytes that are JSON already. */
  public JsonOut json(String name, byte[] json) {
    return name(name).json(json);
  }

  public JsonOut json(byte[] json) {
    separate();
    return append(json).done();
  }

  public JsonOut newLine() {
    comma = false;
    return put('\n');
  }

  public JsonOut name(String name) {
    separate().put('"');
    int length = name.length();
    room(length + 2);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) name.charAt(i);
    }
    put('"').put(':');
    comma = false;
    return this;
  }

  /** A name that may need escaping. */
  public JsonOut quoted(String name) {
    text(name).put(':');
    comma = false;
    return this;
  }

  public JsonOut number(long value) {
    return raw(Long.toString(value));
  }

  public JsonOut raw(String json) {
    separate();
    room(json.length());
    for (int i = 0; i < json.length(); i++) {
      bytes[size++] = (byte) json.charAt(i);
    }
    return done();
  }

  public JsonOut id(@Nullable UUID value) {
    separate();
    if (value == null) {
      return append(NULL).done();
    }
    room(38);
    put('"');
    hex(value.getMostSignificantBits() >>> 32, 8).put('-');
    hex(value.getMostSignificantBits() >>> 16, 4).put('-');
    hex(value.getMostSignificantBits(), 4).put('-');
    hex(value.getLeastSignificantBits() >>> 48, 4).put('-');
    hex(value.getLeastSignificantBits(), 12).put('"');
    return done();
  }

  public JsonOut text(@Nullable String value) {
    separate();
    if (value == null) {
      return append(NULL).done();
    }
    put('"');
    int length = value.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == '"' || c == '\\' || c >= 0x80) {
        return escaped(value, i);
      }
      bytes[size++] = (byte) c;
    }
    put('"');
    return done();
  }

  private JsonOut escaped(String value, int from) {
    for (int i = from; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 || c == 0x7f) {
        put('\\').put('u').hex(c, 4);
      } else if (c == '"' || c == '\\') {
        put('\\').put(c);
      } else if (c < 0x80) {
        put(c);
      } else {
        int end = value.offsetByCodePoints(i, 1);
        append(value.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      }
    }
    put('"');
    return done();
  }

  private JsonOut open(char bracket) {
    separate().put(bracket);
    comma = false;
    return this;
  }

  private JsonOut close(char bracket) {
    put(bracket);
    return done();
  }

  private JsonOut done() {
    comma = true;
    return this;
  }

  private JsonOut separate() {
    return comma ? put(',') : this;
  }

  private JsonOut hex(long value, int digits) {
    room(digits);
    int at = size;
    for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
      bytes[at++] = HEX[(int) (value >>> shift) & 15];
    }
    size = at;
    return this;
  }

  private JsonOut digits(int value, int count) {
    for (int i = count, unit = power(count - 1); i > 0; i--, unit /= 10) {
      put('0' + value / unit % 10);
    }
    return this;
  }

  private static int power(int exponent) {
    return exponent == 0 ? 1 : 10 * power(exponent - 1);
  }

  private JsonOut append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  private JsonOut put(int octet) {
    room(1);
    bytes[size++] = (byte) octet;
    return this;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
