package agency.steward.sandbox.journal;

import agency.steward.sandbox.json.JsonOut;
import java.util.ArrayList;
import java.util.List;

/**
 * The last lines, in the order in which the answers went out. Bounded: the oldest are forgotten, so
 * that a reader who falls behind sees a gap in {@code seq}. Safe for several threads.
 */
public final class Journal {
  private final List<Line> ring = new ArrayList<>();
  private final int bound;
  private long written;

  /** Lines rendered, and the number of the last of them; no bytes when there is nothing newer. */
  public record Part(byte[] ndjson, long last) {}

  public Journal(int bound) {
    this.bound = bound;
  }

  public synchronized void add(Line line) {
    if (ring.size() < bound) {
      ring.add(line);
    } else {
      ring.set((int) (written % bound), line);
    }
    written++;
  }

  /** At most so many of the lines whose {@code seq} is greater than {@code after}. */
  public Part after(long after, int most) {
    long first;
    List<Line> lines = new ArrayList<>();
    synchronized (this) {
      first = Math.max(after + 1, written - ring.size() + 1);
      for (long seq = first; seq <= written && lines.size() < most; seq++) {
        lines.add(ring.get((int) ((seq - 1) % bound)));
      }
    }
    var out = new JsonOut(256 * lines.size() + 16);
    long seq = first;
    for (Line line : lines) {
      line.write(out, seq++);
    }
    return new Part(out.toBytes(), seq - 1);
  }

  /** Forgets every line and begins at 1 again. */
  public synchronized void clear() {
    ring.clear();
    written = 0;
  }
}
