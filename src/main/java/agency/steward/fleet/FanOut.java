package agency.steward.fleet;

import agency.steward.instantly.pace.Party;
import agency.steward.instantly.pace.Turnstile;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Asks many workspaces at once, one virtual thread each, with a bound on how many calls are in
 * flight: of one answer, so that none can starve the others, and of all together, by turns among
 * those who ask.
 */
final class FanOut {
  private static final Logger LOG = Logger.getLogger(FanOut.class);
  private static final ThreadFactory THREADS = Thread.ofVirtual().name("fleet-", 0).factory();

  private final int width;
  private final Turnstile total;
  private final Latencies latencies;
  private final AtomicInteger inFlight = new AtomicInteger();

  FanOut(int width, int totalWidth, Latencies latencies) {
    this.width = width;
    this.total = new Turnstile(totalWidth);
    this.latencies = latencies;
  }

  /** What is done with one workspace; may throw anything. */
  @FunctionalInterface
  interface Call {
    Reading to(Workspace workspace);
  }

  /** Starts asking and returns at once; closing it cancels whatever has not come back. */
  Asking ask(List<Workspace> workspaces, RollCall roll, Call call) {
    var asking = new Asking(roll, call);
    asking.start(latencies.slowestFirst(workspaces));
    return asking;
  }

  int inFlight() {
    return inFlight.get();
  }

  /** How many answers wait to make another call. */
  int waiting() {
    return total.waiting();
  }

  /** The calls of one answer. */
  final class Asking implements AutoCloseable {
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(THREADS);
    private final Semaphore own = new Semaphore(width);
    private final RollCall roll;
    private final Call call;

    private Asking(RollCall roll, Call call) {
      this.roll = roll;
      this.call = call;
    }

    private void start(List<Workspace> inOrder) {
      threads.execute(() -> dispatch(inOrder));
    }

    private void dispatch(List<Workspace> inOrder) {
      try {
        for (Workspace workspace : inOrder) {
          roll.awaitRoom();
          own.acquire();
          total.enter(Party.current());
          begin(workspace);
        }
      } catch (InterruptedException cancelled) {
        Thread.currentThread().interrupt();
      }
    }

    private void begin(Workspace workspace) throws InterruptedException {
      inFlight.incrementAndGet();
      try {
        roll.asking(workspace);
        threads.execute(() -> ask(workspace));
      } catch (RejectedExecutionException cancelled) {
        release();
        throw new InterruptedException();
      }
    }

    private void ask(Workspace workspace) {
      long began = System.nanoTime();
      try {
        roll.settle(reading(workspace));
      } finally {
        latencies.observed(workspace.id(), Duration.ofNanos(System.nanoTime() - began));
        release();
      }
    }

    /** One workspace's failure, whatever it is, is no more than a row in the coverage. */
    private Reading reading(Workspace workspace) {
      try {
        return call.to(workspace);
      } catch (ProblemException failure) {
        return new Reading.Missing(workspace, failure.problem());
      } catch (Throwable unforeseen) {
        return new Reading.Missing(workspace, unforeseen(workspace, unforeseen));
      }
    }

    private Problem unforeseen(Workspace workspace, Throwable cause) {
      if (!threads.isShutdown()) {
        LOG.errorf(cause, "Reading workspace %s failed", workspace.id());
      }
      return Problem.of(
          ProblemCode.INTERNAL_ERROR,
          "Steward failed while it read this workspace; its log says why");
    }

    private void release() {
      inFlight.decrementAndGet();
      total.leave();
      own.release();
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
