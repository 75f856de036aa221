package agency.steward.instantly.pace;

import java.util.Arrays;

/**
 * The moments of the calls sent within one sliding period. Moments are nanoseconds of a monotonic
 * clock. Not thread-safe.
 */
final class Window {
  private final int limit;
  private final long period;
  private long[] sent = new long[2];
  private int first;
  private int size;

  Window(int limit, long period) {
    this.limit = limit;
    this.period = period;
  }

  /**
   * The first moment at which one more call may be sent; a lower bound when that depends on calls
   * not sent yet.
   *
   * @param ahead calls that are not sent yet, but will be before it
   * @param guard by how much the period is stretched
   * @param share how many there may be, at most the limit; {@link Bucket#NEVER} where none
   */
  long opens(long now, int ahead, long guard, int share) {
    forget(now, guard);
    if (share <= 0) {
      return Bucket.NEVER;
    }
    int leaving = size + ahead - share;
    if (leaving < 0) {
      return now;
    }
    if (leaving < size) {
      return at(leaving) + period + guard;
    }
    long rounds = 1 + (leaving - size) / share;
    return now + rounds * (period + guard);
  }

  void sent(long now) {
    if (size == sent.length) {
      grow();
    }
    long last = size == 0 ? now : at(size - 1);
    sent[(first + size) % sent.length] = Math.max(now, last);
    size++;
  }

  /** How many count now. */
  int size(long now, long guard) {
    forget(now, guard);
    return size;
  }

  private void forget(long now, long guard) {
    while (size > 0 && now - at(0) >= period + guard) {
      first = (first + 1) % sent.length;
      size--;
    }
  }

  private long at(int index) {
    return sent[(first + index) % sent.length];
  }

  private void grow() {
    int larger = Math.max(size + 1, Math.min(limit, 2 * sent.length));
    long[] more = Arrays.copyOf(sent, larger);
    for (int i = 0; i < size; i++) {
      more[i] = at(i);
    }
    sent = more;
    first = 0;
  }
}
