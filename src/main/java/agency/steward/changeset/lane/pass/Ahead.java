package agency.steward.changeset.lane.pass;

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

/**
 * Reads pages on a thread of its own while rows of those before are written: soon enough that
 * nobody waits for them, and no sooner, since they grow old.
 */
final class Ahead implements AutoCloseable {

  /** As long as a page takes, nearly always. */
  private static final Duration TIME = Duration.ofMillis(600);

  /** As long as it takes mostly. */
  private static final Duration LEAST = Duration.ofMillis(250);

  /** So much of the time for which a page is good should be left as its last row goes out. */
  private static final Duration SPARE = Duration.ofMillis(300);

  private final Iterator<Page> pages;
  private final Line line;
  private final BlockingQueue<Optional<Page>> read = new LinkedBlockingQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private final Queue<Page> aside = new ArrayDeque<>();
  private int rows;
  private boolean over;
  private boolean closed;
  private @Nullable RuntimeException failure;

  /** For how long a page was good at most once it was there. */
  private volatile Duration good = Duration.ZERO;

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
      while (isMore() && mayGoOn()) {
        line.awaitLast(lead());
        Page page = nextPage();
        good = longer(good, page.fresh().left(line.now()));
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
      while (rows > Math.min(Flow.BLOCK, line.going(lead())) && !closed) {
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
   * Reads it once more before the next one.
   *
   * @return false where it has come to its end already
   */
  boolean setAside(Page rest) {
    return locked(() -> !over && aside.add(rest));
  }

  /**
   * How long before its rows begin a page is read: so late that all of them go while it is good.
   */
  private Duration lead() {
    int next = locked(() -> aside.isEmpty() ? Page.SIZE : aside.element().rows().size());
    Duration latest = latest(next);
    return latest.compareTo(LEAST) >= 0 && latest.compareTo(TIME) < 0 ? latest : TIME;
  }

  private Duration latest(int size) {
    return good.minus(SPARE).minus(line.time(size));
  }

  /** Whether all rows of a page go out while it is good, if it does not take unusually long. */
  boolean keepsUp() {
    return latest(Page.SIZE).compareTo(LEAST) >= 0;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
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
