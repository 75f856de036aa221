package agency.steward.changeset.lane.timing;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * The rows of a pass that wait for the quota, and how fast they went lately while any of them
 * waited: the workspace's quota, less what people, other replicas and reads use of it.
 */
public final class Line {

  /**
   * Enough that the quota never waits for a row; but what a waiting row was compared with grows
   * old.
   */
  private static final int PLACES = 16;

  /** Nanoseconds over which the speed is averaged; only time in which a row waits counts. */
  private static final double MEMORY = 2e9;

  private static final double SECOND = 1e9;
  private static final double MILLI = 1e6;

  private final int places;
  private final LongSupplier clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition left = lock.newCondition();
  private double gone;
  private int waiting;
  private long at;

  /**
   * @param most rows at a time
   * @param perSecond the assumed speed until one was observed
   * @param clock nanoseconds, as {@link System#nanoTime} counts
   */
  public Line(int most, double perSecond, LongSupplier clock) {
    this.places = Math.min(most, PLACES);
    this.gone = perSecond * MEMORY / SECOND;
    this.clock = clock;
    this.at = clock.getAsLong();
  }

  public long now() {
    return clock.getAsLong();
  }

  /** Waits for a place. */
  public void enter() {
    locked(() -> {
      while (waiting >= places) {
        left.awaitUninterruptibly();
      }
      fade();
      return ++waiting;
    });
  }

  /**
   * @param sent or else it has given up
   */
  public void leave(boolean sent) {
    locked(() -> {
      fade();
      gone += sent ? 1 : 0;
      left.signalAll();
      return --waiting;
    });
  }

  /** Waits until so few rows are left that they go within that time. */
  void awaitLast(Duration time) {
    locked(() -> {
      while (waiting > going(time)) {
        left.awaitUninterruptibly();
      }
      return waiting;
    });
  }

  /** How many go within that time. */
  public int going(Duration time) {
    return locked(() -> {
      fade();
      return (int) (gone * time.toNanos() / MEMORY);
    });
  }

  /** How long so many take to go, as far as that can be told. */
  public Duration time(int rows) {
    return Duration.ofMillis(
        locked(() -> {
          fade();
          return (int) (rows * MEMORY / MILLI / Math.max(1, gone));
        }));
  }

  /** How many rows that join now, behind the others, go within that time. */
  int room(Duration time) {
    return locked(() -> Math.max(0, going(time) - waiting));
  }

  private void fade() {
    long now = clock.getAsLong();
    if (waiting > 0) {
      gone *= Math.exp((at - now) / MEMORY);
    }
    at = now;
  }

  private int locked(IntSupplier work) {
    lock.lock();
    try {
      return work.getAsInt();
    } finally {
      lock.unlock();
    }
  }
}
