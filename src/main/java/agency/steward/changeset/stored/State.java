package agency.steward.changeset.stored;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a change set stands (contract 6). */
public enum State {
  PLANNING,
  PLANNED,
  APPROVED,
  RUNNING,
  PAUSED,
  CANCELLING,
  /** All rows applied or already satisfied. */
  SUCCEEDED,
  PARTIALLY_SUCCEEDED,
  /** None of them. */
  FAILED,
  CANCELLED,
  REJECTED,
  EXPIRED;

  /** Its plan stands, and nobody has set it going yet. */
  public boolean isDecidable() {
    return this == PLANNED || this == APPROVED;
  }

  /** Nothing becomes of it any more. */
  public boolean isFinal() {
    return compareTo(SUCCEEDED) >= 0;
  }

  /** Nothing of it is begun any more. */
  public boolean isEnding() {
    return this == CANCELLING || isFinal();
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #wire()} gives. */
  public static Optional<State> of(String wire) {
    return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
  }
}
