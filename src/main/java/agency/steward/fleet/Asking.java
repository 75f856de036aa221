package agency.steward.fleet;

import agency.steward.instantly.pace.Party;
import agency.steward.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;

/** The calls of one answer. */
final class Asking implements AutoCloseable {
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("fleet-", 0).factory();

  private final FanOut fanOut;
  private final Semaphore own;
  private final RollCall roll;
  private final FanOut.Call call;
  private final String party = Party.current();
  private final ExecutorService threads = Executors.newThreadPerTaskExecutor(THREADS);
  private final Set<Errand> underWay = ConcurrentHashMap.newKeySet();

  Asking(FanOut fanOut, int width, RollCall roll, FanOut.Call call) {
    this.fanOut = fanOut;
    this.own = new Semaphore(width);
    this.roll = roll;
    this.call = call;
  }

  void start(List<Workspace> inOrder) {
    threads.execute(() -> dispatch(inOrder));
  }

  private void dispatch(List<Workspace> inOrder) {
    try {
      for (Workspace workspace : inOrder) {
        roll.awaitRoom();
        own.acquire();
        fanOut.enter(party);
        begin(workspace);
      }
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(Workspace workspace) {
    roll.asking(workspace);
    var errand = new Errand(this, workspace, call);
    underWay.add(errand);
    errand.begin();
    if (isOver()) {
      errand.giveUp();
    }
  }

  /** Throws {@link java.util.concurrent.RejectedExecutionException} once it is over. */
  void onThread(Runnable work) {
    threads.execute(() -> {
      Party.is(party); // not inherited where it is an event loop that starts it
      work.run();
    });
  }

  boolean isOver() {
    return threads.isShutdown();
  }

  void settle(Reading reading) {
    roll.settle(reading);
  }

  /** Its place is somebody else's now. */
  void ended(Errand errand, Workspace workspace, long nanos) {
    underWay.remove(errand);
    fanOut.leave(workspace, nanos);
    own.release();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    underWay.forEach(Errand::giveUp);
  }
}
