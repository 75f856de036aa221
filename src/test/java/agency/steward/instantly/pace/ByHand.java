package agency.steward.instantly.pace;

import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Time that stands still until the test goes on; what is due is run in order. */
public final class ByHand implements Ticker {
  private record Due(long at, long number, Runnable run) {}

  private final PriorityQueue<Due> due =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::number));
  private volatile long now = 1_000;
  private long numbers;

  @Override
  public long now() {
    return now;
  }

  @Override
  public synchronized void at(long nanos, Runnable run) {
    due.add(new Due(Math.max(now, nanos), numbers++, run));
  }

  /** Runs everything until nothing is due any more. */
  public void play() {
    playUntil(Long.MAX_VALUE);
  }

  public void playUntil(long end) {
    for (Due next = next(end); next != null; next = next(end)) {
      next.run().run();
    }
  }

  /** Runs what is due next; false where nothing is. */
  public boolean step() {
    Due next = next(Long.MAX_VALUE);
    if (next != null) {
      next.run().run();
    }
    return next != null;
  }

  private synchronized @Nullable Due next(long end) {
    Due next = due.peek();
    if (next == null || next.at() > end) {
      return null;
    }
    now = next.at();
    return due.remove();
  }
}
