package agency.steward.changeset.lane;

import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.wire.Permit;
import agency.steward.workspace.WorkspaceId;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The right to make the rows of a set in a workspace, for as long as the lease lasts: by the
 * monotonic clock, which nobody can set.
 */
public final class Lane {
  private final ChangeSetId set;
  private final WorkspaceId workspace;
  private final long fence;
  private final boolean taken;
  private final AtomicReference<Deadline> until;
  private final AtomicInteger tries;

  /**
   * @param taken whether somebody has had it before
   * @param until counted from before it was asked for
   */
  public Lane(
      ChangeSetId set,
      WorkspaceId workspace,
      long fence,
      int tries,
      boolean taken,
      Deadline until) {
    this.set = set;
    this.workspace = workspace;
    this.fence = fence;
    this.tries = new AtomicInteger(tries);
    this.taken = taken;
    this.until = new AtomicReference<>(until);
  }

  public ChangeSetId set() {
    return set;
  }

  public WorkspaceId workspace() {
    return workspace;
  }

  /** Greater than that of everybody who had it before. */
  public long fence() {
    return fence;
  }

  /** How often it was given up for a while since any of its rows came to an end. */
  public int tries() {
    return tries.get();
  }

  /** A row has come to its end: whatever was in its way before counts no more. */
  public void advanced() {
    tries.set(0);
  }

  /** Whether somebody has had it before, who may have left rows open. */
  public boolean wasTaken() {
    return taken;
  }

  public void prolong(Deadline later) {
    until.set(later);
  }

  public boolean isLost() {
    return until.get().passed();
  }

  public void checkOurs() {
    if (isLost()) {
      throw new Stop.Signal(new Stop.Lost());
    }
  }

  /** To read something for it. */
  public Permit whileOurs() {
    return new Permit() {
      @Override
      public boolean holds() {
        return !isLost();
      }

      @Override
      public void sent() {}
    };
  }

  /** No call may take longer than that. */
  public Deadline within(Duration usual) {
    Deadline wanted = Deadline.in(usual);
    Deadline mine = until.get();
    return wanted.nanos() - mine.nanos() < 0 ? wanted : mine;
  }
}
