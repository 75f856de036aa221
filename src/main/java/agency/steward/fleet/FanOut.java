package agency.steward.fleet;

import agency.steward.instantly.pace.Turnstile;
import agency.steward.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Asks many workspaces at once. Calls in flight are bounded for each answer, so that none can
 * starve the others, and for all answers together, which take turns.
 */
final class FanOut {
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

    /** All of it, on a thread that may wait. */
    Reading to(Workspace workspace);

    /**
     * Begins the read if no thread has to wait for that.
     *
     * @param then called once with what came; must not throw
     * @return cancels it; empty if the read needs a thread from the beginning
     */
    default Optional<Runnable> begin(Workspace workspace, Consumer<Ahead> then) {
      return Optional.empty();
    }
  }

  /** What has come of a call that was begun. */
  interface Ahead {

    /** Whether it may be read where it came, without waiting. */
    boolean isAtHand();

    /**
     * Reads what came. On an event loop it throws {@link
     * agency.steward.instantly.MayNotWaitException} if more calls are needed, and may then be
     * called again on a thread.
     */
    Reading reading();

    /** Nothing of it will be read any more. */
    default void drop() {}
  }

  /** Starts asking and returns at once; closing it cancels whatever has not come back. */
  Asking ask(List<Workspace> workspaces, RollCall roll, Call call) {
    var asking = new Asking(this, width, roll, call);
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

  void enter(String party) throws InterruptedException {
    total.enter(party);
    inFlight.incrementAndGet();
  }

  void leave(Workspace workspace, long nanos) {
    latencies.observed(workspace.id(), Duration.ofNanos(nanos));
    inFlight.decrementAndGet();
    total.leave();
  }
}
