package agency.steward.changeset.lane.pass;

import agency.steward.changeset.lane.list.Page;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages on a thread of its own while rows of those before are written: soon enough that
 * nobody waits for them, and no sooner, since they grow old.
 */
final class Ahead implements AutoCloseable {

  /** As long as a page takes, nearly always. */
  private static final Duration TIME = Duration.ofMillis(600);

  private final Iterator<Page> pages;
  private final Line line;
  private final BlockingQueue<Optional<Page>> read = new LinkedBlockingQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private int rows;
  private boolean closed;
  private @Nullable RuntimeException failure;

  private Ahead(Iterator<Page> pages, Line line, ThreadFactory threads) {
    this.pages = pages;
    this.line = line;
    this.thread = threads.newThread(this::run);
  }

  /**
   * @param line in which the rows of these pages wait
   */
  static Ahead of(Iterator<Page> pages, Line line, ThreadFactory threads) {
    var ahead = new Ahead(pages, line, threads);
    ahead.thread.start();
    return ahead;
  }

  private void run() {
    try {
      while (pages.hasNext() && mayGoOn()) {
        line.awaitLast(TIME);
        Page page = pages.next();
        add(page.rows().size());
        read.add(Optional.of(page));
      }
    } catch (RuntimeException unreadable) {
      failure = unreadable;
    } finally {
      read.add(Optional.empty());
    }
  }

  private boolean mayGoOn() {
    lock.lock();
    try {
      while (rows > Math.min(Flow.BLOCK, line.going(TIME)) && !closed) {
        changed.awaitUninterruptibly();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void add(int more) {
    lock.lock();
    try {
      rows += more;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for it; empty after the last one. Throws what reading has thrown. */
  Optional<Page> next() {
    try {
      Optional<Page> page = read.take();
      if (page.isEmpty() && failure != null) {
        throw failure;
      }
      return page;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a lane was interrupted", stopping);
    }
  }

  /** So many rows need not be waited for any more. */
  void done(int fewer) {
    add(-fewer);
  }

  /** Nothing is read any more once this returns. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
