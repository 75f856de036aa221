package agency.steward.fleet;

import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * Who is still awaited in one answer, and what has come in but is not sent yet. Every workspace is
 * settled exactly once, by whoever is first: its own reading, the deadline, or nobody any more.
 */
final class RollCall {
  /** Bytes; up to 2,048 smaller ones may wait beside the buffer. */
  private static final int LARGE = 128 * 1024;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Map<WorkspaceId, Workspace> awaited = new LinkedHashMap<>();
  private final Set<WorkspaceId> asked = new HashSet<>();
  private final Queue<Reading> unread = new ArrayDeque<>();
  private final long buffer;
  private final long worthwhile;
  private long waiting;
  private boolean abandoned;

  /**
   * @param buffer bytes that may wait for the reader before nobody else is asked
   * @param worthwhile bytes for which the reader is woken before the last workspace is settled
   */
  RollCall(Collection<Workspace> all, long buffer, long worthwhile) {
    all.forEach(workspace -> awaited.put(workspace.id(), workspace));
    this.buffer = buffer;
    this.worthwhile = Math.min(worthwhile, buffer);
  }

  /** Blocks until the reader has caught up. */
  void awaitRoom() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting > buffer) {
        room.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many threads wait for the reader to catch up. */
  int behind() {
    lock.lock();
    try {
      return lock.getWaitQueueLength(room);
    } finally {
      lock.unlock();
    }
  }

  /** The workspace is asked now. */
  void asking(Workspace workspace) {
    lock.lock();
    try {
      asked.add(workspace.id());
    } finally {
      lock.unlock();
    }
  }

  /** The workspace's own answer or failure; ignored when it is settled already. */
  void settle(Reading reading) {
    lock.lock();
    try {
      if (awaited.remove(reading.workspace().id()) != null) {
        add(reading);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The same, but where it is large it waits until the reader has caught up. */
  void settleInTurn(Reading reading) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (reading.size() > LARGE
          && waiting > buffer
          && awaited.containsKey(reading.workspace().id())) {
        room.await();
      }
      settle(reading);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The deadline: whoever is still awaited is missing.
   *
   * @param why the problem of a workspace, given whether it was asked at all
   */
  void timeUp(BiFunction<Workspace, Boolean, Problem> why) {
    lock.lock();
    try {
      awaited
          .values()
          .forEach(w -> add(new Reading.Missing(w, why.apply(w, asked.contains(w.id())))));
      awaited.clear();
      news.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Nobody listens any more. */
  void abandon() {
    lock.lock();
    try {
      abandoned = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Blocks for what has come in since the last time, as much as is written at once; empty when
   * everybody is settled and read.
   *
   * @throws IOException when nobody listens any more
   */
  List<Reading> next() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!abandoned && !isWorthwhile()) {
        news.await();
      }
      if (abandoned) {
        throw new IOException("The client has gone");
      }
      return taken();
    } finally {
      lock.unlock();
    }
  }

  /** What has been sent is held no longer, while the rest counts as waiting. */
  private List<Reading> taken() {
    var batch = new ArrayList<Reading>();
    long bytes = 0;
    while (bytes < Parts.WRITE && !unread.isEmpty()) {
      Reading reading = unread.remove();
      bytes += reading.size();
      batch.add(reading);
    }
    waiting -= bytes;
    room.signalAll();
    return batch;
  }

  private boolean isWorthwhile() {
    return awaited.isEmpty() || !unread.isEmpty() && waiting >= worthwhile;
  }

  private void add(Reading reading) {
    unread.add(reading);
    waiting += reading.size();
    if (isWorthwhile()) {
      news.signalAll();
    }
  }
}
