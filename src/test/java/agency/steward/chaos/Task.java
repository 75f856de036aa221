package agency.steward.chaos;

import java.util.List;

/** An errand under way: may be interrupted by the end of Steward at any moment, and goes on. */
interface Task {

  /** Returns when Steward says that it is over. */
  void run();

  /** How many rows there have to be. */
  int planned();

  /** As Steward shows them. */
  List<Row> rows();

  /** Whether Instantly shows what the row wanted. */
  boolean isMade(Row row);

  /** Whether a row may end without having been made, though nothing but the kill was in its way. */
  default boolean mayBeGivenUp() {
    return false;
  }

  /**
   * Whether what was made may be taken back and made again: what died with the process is of no use
   * to anybody.
   */
  default boolean mayBeTakenBack() {
    return false;
  }

  /** What else is not as it has to be. */
  List<String> faults();
}
