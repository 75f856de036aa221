package agency.steward.instantly.wire;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Bounds the memory that the bodies of all calls take together. Half of it is taken piece by piece
 * by whoever finds room there. The other half is divided into places for the largest body that may
 * be: who has a place never has to wait again. Places go to those who have waited longest, so that
 * somebody comes to an end whatever the others hold.
 */
final class Memory {
  /** Bytes of each body that are not counted: usual answers do not even ask. */
  static final int FREE = 16 * 1024;

  private final int largest;
  private final long common;
  private final Set<Part> waiting = new LinkedHashSet<>();
  private int places;
  private long taken;
  private long held;

  /**
   * @param bytes for all; at least one body of the largest size has room in any case
   * @param largest bytes that one body may take
   */
  Memory(long bytes, int largest) {
    this.largest = Math.max(1, largest);
    this.places = Math.clamp(bytes / 2 / this.largest, 1, Integer.MAX_VALUE);
    this.common = Math.max(0, bytes - (long) places * this.largest);
  }

  Part part() {
    return new Part();
  }

  /** Bytes that bodies hold. */
  synchronized long held() {
    return held;
  }

  /** Bodies that wait for room. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** What one body holds. */
  final class Part {
    private Runnable granted = () -> {};
    private int size;
    private int wanted;
    private boolean placed;
    private boolean over;

    private Part() {}

    /**
     * Whether it may hold so many bytes in all, which are no fewer than before.
     *
     * @param later run where it may not, as soon as it may, on any thread
     */
    boolean grow(int bytes, Runnable later) {
      return grown(this, bytes, later);
    }

    /** It holds nothing any more, and waits for nothing. */
    void end() {
      ended(this).forEach(next -> next.granted.run());
    }
  }

  private synchronized boolean grown(Part part, int bytes, Runnable later) {
    part.wanted = bytes;
    if (part.over || grants(part)) {
      return !part.over;
    }
    part.granted = later;
    waiting.add(part);
    return false;
  }

  private synchronized List<Part> ended(Part part) {
    if (part.over) {
      return List.of();
    }
    part.over = true;
    waiting.remove(part);
    held -= part.size;
    if (part.placed) {
      places++;
    } else {
      taken -= part.size;
    }
    return next();
  }

  /** Those who waited and need not any more. */
  private List<Part> next() {
    var next = new ArrayList<Part>();
    Iterator<Part> line = waiting.iterator();
    while (line.hasNext()) {
      Part first = line.next();
      if (grants(first)) {
        line.remove();
        next.add(first);
      }
    }
    return next;
  }

  /** Gives it what it wants, if there is as much. */
  private boolean grants(Part part) {
    int more = part.wanted - part.size;
    if (!part.placed && taken + more > common) {
      if (places == 0) {
        return false;
      }
      places--;
      part.placed = true;
      taken -= part.size;
    } else if (!part.placed) {
      taken += more;
    }
    held += more;
    part.size = part.wanted;
    return true;
  }
}
