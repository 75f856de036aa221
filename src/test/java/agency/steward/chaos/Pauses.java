package agency.steward.chaos;

import java.util.concurrent.locks.LockSupport;

/**
 * How much longer than asked for a thread of this machine has waited: calls that were sent apart
 * may come that much closer together.
 */
final class Pauses {
  private static final long STEP = 1_000_000;

  private final Thread thread = Thread.ofPlatform().daemon(true).start(this::measure);
  private volatile long longest;

  private void measure() {
    while (!Thread.interrupted()) {
      long began = System.nanoTime();
      LockSupport.parkNanos(STEP);
      longest = Math.max(longest, System.nanoTime() - began - STEP);
    }
  }

  /** In ms; measures no more. */
  long longest() {
    thread.interrupt();
    return longest / STEP;
  }
}
