package agency.steward.changeset.lane;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one lane wants to have written, and what came of it. Used by one thread at a time. */
final class Writing<T> {
  private final Lane lane;
  private final int rows;
  private final Function<String, T> work;
  private Supplier<T> outcome = Writing::lost;
  private boolean over;

  /**
   * @param work given the state of the set
   */
  Writing(Lane lane, int rows, Function<String, T> work) {
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
   * In a transaction that may be rolled back and begun anew.
   *
   * @param state of the set; empty where the lane is somebody else's by now
   */
  void write(Optional<String> state) {
    outcome = state.map(work).<Supplier<T>>map(written -> () -> written).orElse(Writing::lost);
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
