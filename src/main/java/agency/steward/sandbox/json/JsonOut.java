package agency.steward.sandbox.json;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON into bytes without any object in between: a page of 100 rows is written on every
 * call, twenty thousand times a second. Not safe for several threads.
 */
public final class JsonOut {
  private static final int SMALL = 512;
  private static final long DAY = 86_400_000L;

  private final JsonBytes bytes;
  private boolean comma;

  public JsonOut() {
    this(SMALL);
  }

  public JsonOut(int capacity) {
    bytes = new JsonBytes(capacity);
  }

  public byte[] toBytes() {
    return bytes.toBytes();
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
    return value == null ? nothing(name) : name(name).id(value);
  }

  public JsonOut number(String name, long value) {
    return name(name).number(value);
  }

  /** A number of which this is a thousand times as much. */
  public JsonOut thousandths(String name, long value) {
    name(name).number(value / 1000);
    bytes.put('.').digits((int) (value % 1000), 3);
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
    bytes.digits(date.getYear(), 4).put('-');
    bytes.digits(date.getMonthValue(), 2).put('-');
    bytes.digits(date.getDayOfMonth(), 2).put('T');
    bytes.digits(rest / 3_600_000, 2).put(':');
    bytes.digits(rest / 60_000 % 60, 2).put(':');
    bytes.digits(rest / 1000 % 60, 2).put('.');
    bytes.digits(rest % 1000, 3).put('Z').put('"');
    return done();
  }

  public JsonOut texts(String name, Collection<String> values) {
    array(name);
    values.forEach(this::text);
    return endArray();
  }

  /** Bytes that are JSON already. */
  public JsonOut json(String name, byte[] json) {
    return name(name).json(json);
  }

  public JsonOut json(byte[] json) {
    separate().append(json);
    return done();
  }

  public JsonOut newLine() {
    bytes.put('\n');
    comma = false;
    return this;
  }

  /** A name without anything to escape. */
  public JsonOut name(String name) {
    separate().put('"').ascii(name).put('"').put(':');
    comma = false;
    return this;
  }

  /** A name that may need escaping. */
  public JsonOut anyName(String name) {
    separate().quoted(name).put(':');
    comma = false;
    return this;
  }

  public JsonOut number(long value) {
    return raw(Long.toString(value));
  }

  public JsonOut raw(String json) {
    separate().ascii(json);
    return done();
  }

  public JsonOut text(@Nullable String value) {
    if (value == null) {
      return raw("null");
    }
    separate().quoted(value);
    return done();
  }

  private JsonOut id(UUID value) {
    long high = value.getMostSignificantBits();
    long low = value.getLeastSignificantBits();
    separate().put('"').hex(high >>> 32, 8).put('-').hex(high >>> 16, 4).put('-').hex(high, 4);
    bytes.put('-').hex(low >>> 48, 4).put('-').hex(low, 12).put('"');
    return done();
  }

  private JsonOut open(char bracket) {
    separate().put(bracket);
    comma = false;
    return this;
  }

  private JsonOut close(char bracket) {
    bytes.put(bracket);
    return done();
  }

  private JsonOut done() {
    comma = true;
    return this;
  }

  private JsonBytes separate() {
    return comma ? bytes.put(',') : bytes;
  }
}
