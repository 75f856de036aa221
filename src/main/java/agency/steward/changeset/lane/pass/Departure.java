package agency.steward.changeset.lane.pass;

import agency.steward.changeset.lane.timing.Line;
import agency.steward.instantly.Deadline;
import agency.steward.instantly.wire.Permit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** One row that waits for its turn: until it has gone, it goes only if all still stands. */
final class Departure implements Permit {
  private final Deadline fresh;
  private final BooleanSupplier allowed;
  private final Line line;
  private final AtomicBoolean inLine = new AtomicBoolean(true);
  private volatile boolean gone;

  /**
   * @param fresh until when what it was compared with is not too old
   * @param line where it has a place until it goes
   */
  Departure(Deadline fresh, BooleanSupplier allowed, Line line) {
    this.fresh = fresh;
    this.allowed = allowed;
    this.line = line;
  }

  @Override
  public boolean holds() {
    return gone || !fresh.passed(line.now()) && allowed.getAsBoolean();
  }

  @Override
  public void sent() {
    gone = true;
    leaveLine();
  }

  /** What it was compared with may be old by the time of another try. */
  @Override
  public void refused() {
    gone = false;
  }

  void leaveLine() {
    if (inLine.getAndSet(false)) {
      line.leave(gone);
    }
  }
}
