package agency.steward.instantly.body;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * An object as it came, of which only some fields were looked at. It stands in one line of valid
 * UTF-8, and no field that was looked at stands in it twice.
 */
public final class RawItem implements Item {
  private final byte[] page;
  private final int from;
  private final int to;
  private final ObjectNode seen;
  private final int[] hidden;

  /**
   * @param from where its first brace is
   * @param to behind its last one
   * @param hidden where the names begin that {@link RawPage#HIDDEN} are
   */
  RawItem(byte[] page, int from, int to, ObjectNode seen, int[] hidden) {
    this.page = page;
    this.from = from;
    this.to = to;
    this.seen = seen;
    this.hidden = hidden;
  }

  @Override
  public ObjectNode seen() {
    return seen;
  }

  @Override
  public ObjectNode whole() {
    return Json.object(Arrays.copyOfRange(page, from, to)).orElseThrow();
  }

  /** Whether it has no field at all. */
  public boolean isEmpty() {
    return to - from == 2;
  }

  /** How many bytes {@link #copyFields} copies. */
  public int sizeOfFields(byte[] prefix) {
    return to - from - 2 + hidden.length * prefix.length;
  }

  /**
   * Its fields as they came, without the braces around them.
   *
   * @param prefix what is put in front of the names that {@link RawPage#HIDDEN} are
   */
  public void copyFields(ByteBuffer out, byte[] prefix) {
    int done = from + 1;
    for (int name : hidden) {
      out.put(page, done, name - done).put(prefix);
      done = name;
    }
    out.put(page, done, to - 1 - done);
  }
}
