package agency.steward.instantly.pace;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** So many may be inside at a time; who has to wait is let in by turns among the parties. */
public final class Turnstile {
  private static final long FOR_EVER = Duration.ofDays(365).toNanos();

  private final int places;
  private final Line<CountDownLatch> line = new Line<>();
  private int free;

  public Turnstile(int places) {
    this.places = places;
    this.free = places;
  }

  /** Whether there is a place right now. It has to be left, then. */
  public synchronized boolean tryEnter() {
    boolean now = free > 0;
    if (now) {
      free--;
    }
    return now;
  }

  /** Waits for a place, however long that takes. */
  public void enter(String party) throws InterruptedException {
    enter(party, FOR_EVER);
  }

  /** Whether there was a place within so many nanoseconds. It has to be left, then. */
  public boolean enter(String party, long nanos) throws InterruptedException {
    var latch = new CountDownLatch(1);
    if (isFree(party, latch)) {
      return true;
    }
    try {
      return latch.await(nanos, TimeUnit.NANOSECONDS) || !withdraw(party, latch);
    } catch (InterruptedException cancelled) {
      if (!withdraw(party, latch)) {
        leave();
      }
      throw cancelled;
    }
  }

  private synchronized boolean isFree(String party, CountDownLatch latch) {
    boolean now = tryEnter();
    if (!now) {
      line.add(latch, party);
    }
    return now;
  }

  /** False where it was let in meanwhile. */
  private synchronized boolean withdraw(String party, CountDownLatch latch) {
    return line.remove(latch, party);
  }

  public synchronized void leave() {
    if (line.isEmpty()) {
      free++;
    } else {
      line.removeFirst().countDown();
    }
  }

  public synchronized int inside() {
    return places - free;
  }

  public synchronized int waiting() {
    return line.size();
  }

  public synchronized int waiting(String party) {
    return line.waiting(party);
  }
}
