package agency.steward.changeset.lane.written;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.lane.Stop;
import java.util.Optional;
import java.util.function.Supplier;

/** What one lane wants to have written, and what came of it. Used by one thread at a time. */
final class Writing<T> {

  /** In a transaction that may be rolled back and begun anew. */
  @FunctionalInterface
  interface Work<T> {

    /**
     * What it does besides it does here, or once the bundle is written.
     *
     * @param state of the set
     * @param bundle takes what it wants to have written with what others want
     * @return called once that is written
     */
    Supplier<T> into(String state, Bundle bundle);
  }

  private final Lane lane;
  private final int rows;
  private final Work<T> work;
  private Supplier<T> outcome = Writing::lost;
  private boolean isOurs;
  private boolean over;

  Writing(Lane lane, int rows, Work<T> work) {
    this.lane = lane;
    this.rows = rows;
    this.work = work;
  }

  Lane lane() {
    return lane;
  }

  int rows() {
    return rows;
  }

  /**
   * @param state of the set; empty where the lane is somebody else's by now
   */
  void into(Optional<String> state, Bundle bundle) {
    outcome = state.map(now -> work.into(now, bundle)).orElse(Writing::lost);
    isOurs = state.isPresent();
  }

  /** Once the bundle is written, in the same transaction. */
  void conclude() {
    if (isOurs) {
      T written = outcome.get();
      outcome = () -> written;
    }
  }

  private static <T> T lost() {
    throw new Stop.Signal(new Stop.Lost());
  }

  void committed() {
    over = true;
  }

  void failed(RuntimeException why) {
    outcome =
        () -> {
          throw why;
        };
    over = true;
  }

  boolean isOver() {
    return over;
  }

  /** Throws what has come in the way. */
  T result() {
    return outcome.get();
  }
}
