package agency.steward.instantly.wire;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Bounds how many calls are in flight, and how many more may wait for that. */
final class Room {
  private final int places;
  private final int queue;
  private final Semaphore free;
  private final AtomicInteger waiting = new AtomicInteger();

  Room(int places, int queue) {
    this.places = places;
    this.queue = queue;
    this.free = new Semaphore(places, true);
  }

  boolean enter(long nanos) throws InterruptedException {
    return free.tryAcquire() || await(nanos);
  }

  private boolean await(long nanos) throws InterruptedException {
    try {
      return waiting.incrementAndGet() <= queue && free.tryAcquire(nanos, TimeUnit.NANOSECONDS);
    } finally {
      waiting.decrementAndGet();
    }
  }

  void leave() {
    free.release();
  }

  int inUse() {
    return places - free.availablePermits();
  }
}
