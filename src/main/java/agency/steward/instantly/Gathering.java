package agency.steward.instantly;

import java.time.Duration;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Bounds the memory of lists that are read at the same time, page by page, and are good for nothing
 * before they are whole. Where there is no room a list waits before its next page, but for a few
 * that go on whatever the others hold, so that some always come to an end.
 */
public final class Gathering {
  /** More than one: each may itself be waiting, for Instantly. */
  static final int AHEAD = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final LongSupplier most;
  private final NavigableMap<Long, Part> waiting = new TreeMap<>();
  private long begun;
  private long held;
  private int ahead;

  /**
   * @param most bytes for all of them; looked at whenever one wants more
   */
  public Gathering(LongSupplier most) {
    this.most = most;
  }

  /** For one list, or a few that belong together. */
  public Part part() {
    lock.lock();
    try {
      return new Part(begun++);
    } finally {
      lock.unlock();
    }
  }

  /** Bytes that all of them hold. */
  public long held() {
    lock.lock();
    try {
      return held;
    } finally {
      lock.unlock();
    }
  }

  /** What one of them holds, until it is closed; grown by one thread at a time. */
  public final class Part implements AutoCloseable {
    private final Condition turn = lock.newCondition();
    private final long number;
    private long holds;
    private long wanted;
    private boolean isAhead;
    private boolean closed;

    private Part(long number) {
      this.number = number;
    }

    /**
     * Blocks until it may hold so many bytes more; never where these are less than none.
     *
     * @return false if it still may not after that time, or is closed, or nobody wants it any more
     */
    boolean grow(long more, Duration wait) {
      try {
        lock.lockInterruptibly();
      } catch (InterruptedException unwanted) {
        Thread.currentThread().interrupt();
        return false;
      }
      try {
        wanted = more;
        waiting.put(number, this);
        boolean may = isItsTurn(wait.toNanos());
        change(may ? more : 0);
        return may;
      } catch (InterruptedException unwanted) {
        Thread.currentThread().interrupt();
        return false;
      } finally {
        waiting.remove(number);
        wake();
        lock.unlock();
      }
    }

    private boolean isItsTurn(long nanos) throws InterruptedException {
      long left = nanos;
      while (!mayGrow()) {
        if (left <= 0 || closed) {
          return false;
        }
        left = turn.awaitNanos(left);
      }
      return true;
    }

    private boolean mayGrow() {
      if (closed || isAhead || wanted <= 0 || held + wanted <= most.getAsLong()) {
        return !closed;
      }
      if (ahead < AHEAD && waiting.firstKey() == number) {
        ahead++;
        isAhead = true;
      }
      return isAhead;
    }

    /** It holds so many bytes less. */
    void shrink(long less) {
      lock.lock();
      try {
        change(-less);
        wake();
      } finally {
        lock.unlock();
      }
    }

    /** Of all that it gathered only so many bytes are kept. */
    public void keeps(long bytes) {
      lock.lock();
      try {
        change(bytes - holds);
        wake();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        change(-holds);
        closed = true;
        if (isAhead) {
          isAhead = false;
          ahead--;
        }
        turn.signal();
        wake();
      } finally {
        lock.unlock();
      }
    }

    private void change(long more) {
      if (!closed) {
        holds += more;
        held += more;
      }
    }
  }

  /** In the order in which they began, as many as there is room for, or else the first. */
  private void wake() {
    long room = most.getAsLong() - held;
    for (Part each : waiting.values()) {
      if (each.wanted > room) {
        waiting.firstEntry().getValue().turn.signal();
        return;
      }
      room -= each.wanted;
      each.turn.signal();
    }
  }
}
