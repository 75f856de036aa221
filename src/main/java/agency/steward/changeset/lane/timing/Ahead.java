package agency.steward.changeset.lane.timing;

import agency.steward.changeset.lane.list.Page;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the next pages on a thread of its own while the rows of earlier pages are written. */
public final class Ahead implements AutoCloseable {
  private final Iterator<Page> pages;
  private final Line line;
  private final Lead lead;
  private final BlockingQueue<Optional<Page>> read = new LinkedBlockingQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private final Queue<Page> aside = new ArrayDeque<>();
  private int rows;
  private boolean over;
  private boolean closed;
  private @Nullable RuntimeException failure;

  private Ahead(Iterator<Page> pages, Line line, ThreadFactory threads) {
    this.pages = pages;
    this.line = line;
    this.lead = new Lead(line);
    this.thread = threads.newThread(this::run);
  }

  /**
   * @param line in which the rows of these pages wait
   */
  public static Ahead of(Iterator<Page> pages, Line line, ThreadFactory threads) {
    var ahead = new Ahead(pages, line, threads);
    ahead.thread.start();
    return ahead;
  }

  private void run() {
    try {
      while (isMore() && mayGoOn()) {
        line.awaitLast(lead());
        Page page = nextPage();
        lead.note(page);
        add(page.rows().size());
        read.add(Optional.of(page));
      }
    } catch (RuntimeException unreadable) {
      failure = unreadable;
    } finally {
      read.add(Optional.empty());
    }
  }

  private boolean isMore() {
    boolean more = pages.hasNext();
    return locked(() -> {
      over = !more && aside.isEmpty();
      return !over;
    });
  }

  private boolean mayGoOn() {
    return locked(() -> {
      while (rows > Math.min(Room.BLOCK, line.going(lead())) && !closed) {
        changed.awaitUninterruptibly();
      }
      return !closed;
    });
  }

  private Page nextPage() {
    Optional<Page> rest = locked(() -> Optional.ofNullable(aside.poll()));
    return rest.map(page -> page.again().get()).orElseGet(pages::next);
  }

  /**
   * Has this page read once more before the next one.
   *
   * @return false if reading has ended already
   */
  public boolean setAside(Page rest) {
    return locked(() -> !over && aside.add(rest));
  }

  /** How long before its rows begin the next page is read. */
  private Duration lead() {
    return lead.of(locked(() -> aside.isEmpty() ? Page.SIZE : aside.element().rows().size()));
  }

  /** Whether all rows of a page go while it is fresh, unless reading it takes unusually long. */
  public boolean keepsUp() {
    return lead.isEnough();
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private void add(int more) {
    locked(() -> {
      rows += more;
      changed.signalAll();
      return rows;
    });
  }

  /** Waits for the next page; empty after the last one. Throws what reading threw. */
  public Optional<Page> next() {
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

  /** So many rows have gone or ended. */
  public void done(int fewer) {
    add(-fewer);
  }

  /** Nothing is read any more once this returns. */
  @Override
  public void close() {
    locked(() -> {
      closed = true;
      changed.signalAll();
      return closed;
    });
    try {
      thread.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
