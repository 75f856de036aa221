package agency.steward.fleet;

import agency.steward.instantly.MayNotWaitException;
import agency.steward.instantly.wire.Last;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One workspace of an answer: read where its answer comes, or on a thread where it has to wait. */
final class Errand {
  private static final Logger LOG = Logger.getLogger(Errand.class);

  private final Asking asking;
  private final Workspace workspace;
  private final FanOut.Call call;
  private final long began = System.nanoTime();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile Runnable whatGivesUp = () -> {};
  private volatile Runnable whatDrops = () -> {};

  Errand(Asking asking, Workspace workspace, FanOut.Call call) {
    this.asking = asking;
    this.workspace = workspace;
    this.call = call;
  }

  void begin() {
    try {
      call.begin(workspace, this::came)
          .ifPresentOrElse(
              givesUp -> whatGivesUp = givesUp, () -> onThread(() -> call.to(workspace)));
    } catch (RuntimeException unforeseen) {
      settle(new Reading.Missing(workspace, unforeseen(unforeseen)));
    }
  }

  /** Nobody wants it any more; its place is free as soon as nothing of it is under way. */
  void giveUp() {
    whatGivesUp.run();
  }

  private void came(FanOut.Ahead ahead) {
    whatDrops = ahead::drop;
    if (!ahead.isAtHand() || !isReadAtOnce(ahead)) {
      onThread(ahead::reading);
    }
  }

  private boolean isReadAtOnce(FanOut.Ahead ahead) {
    try {
      settle(reading(ahead::reading));
      return true;
    } catch (MayNotWaitException more) {
      return false;
    }
  }

  private void onThread(Supplier<Reading> work) {
    try {
      asking.onThread(() -> Last.keptDuring(() -> settle(reading(work))));
    } catch (RejectedExecutionException cancelled) {
      end();
    }
  }

  /** One workspace's failure, whatever it is, is no more than a row in the coverage. */
  private Reading reading(Supplier<Reading> work) {
    try {
      return work.get();
    } catch (MayNotWaitException more) {
      throw more;
    } catch (ProblemException failure) {
      return new Reading.Missing(workspace, failure.problem());
    } catch (Throwable unforeseen) {
      return new Reading.Missing(workspace, unforeseen(unforeseen));
    }
  }

  private Problem unforeseen(Throwable cause) {
    if (!asking.isOver()) {
      LOG.errorf(cause, "Reading workspace %s failed", workspace.id());
    }
    return Problem.of(
        ProblemCode.INTERNAL_ERROR,
        "Steward failed while it read this workspace; its log says why");
  }

  private void settle(Reading reading) {
    try {
      asking.settle(reading);
    } finally {
      end();
    }
  }

  private void end() {
    if (over.compareAndSet(false, true)) {
      whatDrops.run();
      asking.ended(this, workspace, System.nanoTime() - began);
    }
  }
}
