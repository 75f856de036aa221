package agency.steward.changeset.lane;

import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages on a thread of its own while rows of those before are written: soon enough that
 * nobody waits for them, and no sooner, since they grow old.
 */
final class Ahead implements AutoCloseable {

  /** Half a second's rows at the pace of Instantly: as long as a page takes, nearly always. */
  private static final int ROWS = 50;

  private final Iterator<Page> pages;
  private final BlockingQueue<Optional<Page>> read = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);
  private int rows;
  private boolean closed;
  private @Nullable RuntimeException failure;

  private Ahead(Iterator<Page> pages) {
    this.pages = pages;
  }

  static Ahead of(Iterator<Page> pages) {
    var ahead = new Ahead(pages);
    ahead.thread.start();
    return ahead;
  }

  private void run() {
    try {
      while (pages.hasNext() && mayGoOn()) {
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

  private synchronized boolean mayGoOn() {
    try {
      while (rows > ROWS && !closed) {
        wait();
      }
    } catch (InterruptedException unwanted) {
      closed = true;
    }
    return !closed;
  }

  private synchronized void add(int more) {
    rows += more;
    notifyAll();
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
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
