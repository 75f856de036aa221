package agency.steward.sandbox.limit;

/**
 * The times of the calls let through in the last minute, so that both windows are exact. Grows with
 * the traffic of its workspace only; times are the low 32 bits of epoch milliseconds.
 */
final class SlidingLog {
  static final int SECOND = 1_000;
  static final int MINUTE = 60_000;
  private static final int[] NONE = new int[0];
  private static final int SMALLEST = 16;

  private int[] ring = NONE;
  private int first;
  private int size;

  /** Milliseconds until a call fits, 0 when it fits now. */
  int waitAt(int now, Limits limits) {
    forget(now);
    return Math.max(full(limits.perSecond(), SECOND, now), full(limits.perMinute(), MINUTE, now));
  }

  private int full(int limit, int window, int now) {
    return size < limit ? 0 : Math.max(0, at(size - limit) + window - now);
  }

  void add(int now) {
    if (size == ring.length) {
      grow();
    }
    ring[first + size & ring.length - 1] = now;
    size++;
  }

  private void forget(int now) {
    while (size > 0 && expired(now - ring[first])) {
      first = first + 1 & ring.length - 1;
      size--;
    }
    if (size == 0) {
      ring = NONE;
      first = 0;
    }
  }

  /** Also one that seems to lie in the future: after 24 days without a call the bits wrap. */
  private static boolean expired(int age) {
    return age >= MINUTE || age < 0;
  }

  private int at(int index) {
    return ring[first + index & ring.length - 1];
  }

  private void grow() {
    int[] bigger = new int[Math.max(SMALLEST, ring.length * 2)];
    for (int i = 0; i < size; i++) {
      bigger[i] = at(i);
    }
    ring = bigger;
    first = 0;
  }
}
