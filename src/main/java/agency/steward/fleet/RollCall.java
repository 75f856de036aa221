package agency.steward.fleet;

import agency.steward.instantly.Gathering;
import agency.steward.problem.Problem;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Map<WorkspaceId, Workspace> awaited = new LinkedHashMap<>();
  private final Set<WorkspaceId> asked = new HashSet<>();
  private final Queue<Reading> unread = new ArrayDeque<>();
  private final Gathering gathering;
  private final Map<WorkspaceId, Gathering.Part> memory = new HashMap<>();
  private final long buffer;
  private final long worthwhile;
  private long waiting;
  private boolean abandoned;

  /**
   * @param gathering bounds what is held of long lists, until it is sent
   * @param buffer bytes that may wait for the reader before nobody else is asked
   * @param worthwhile bytes for which the reader is woken before the last workspace is settled
   */
  RollCall(Collection<Workspace> all, Gathering gathering, long buffer, long worthwhile) {
    this.gathering = gathering;
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

  /** The workspace is asked now. */
  void asking(Workspace workspace) {
    lock.lock();
    try {
      asked.add(workspace.id());
    } finally {
      lock.unlock();
    }
  }

  /** What may be held of this workspace; until it is sent, or settled without rows. */
  Gathering.Part memory(Workspace workspace) {
    lock.lock();
    try {
      return memory.computeIfAbsent(workspace.id(), _ -> gathering.part());
    } finally {
      lock.unlock();
    }
  }

  /** The workspace's own answer or failure; ignored when it is settled already. */
  void settle(Reading reading) {
    lock.lock();
    try {
      boolean isAwaited = awaited.remove(reading.workspace().id()) != null;
      keep(reading.workspace(), isAwaited ? reading.size() : 0);
      if (isAwaited) {
        add(reading);
      }
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
      keep(reading.workspace(), 0);
      batch.add(reading);
    }
    waiting -= bytes;
    room.signalAll();
    return batch;
  }

  private void keep(Workspace workspace, int bytes) {
    Gathering.Part part = memory.get(workspace.id());
    if (part != null && bytes > 0) {
      part.keeps(bytes);
    } else if (part != null) {
      part.close();
    }
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
