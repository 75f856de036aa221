package agency.steward.changeset.stored;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What became of a row (contract 6). */
public enum Result {
  PENDING,
  RUNNING,
  APPLIED,
  ALREADY_SATISFIED,
  /** The subject was no longer what the plan was made from. */
  SKIPPED_STALE,
  BLOCKED_GUARD,
  FAILED,
  /** Sent, and nobody knows yet whether it came about. */
  UNKNOWN,
  NOT_ATTEMPTED,
  CANCELLED;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads what {@link #wire()} gives. */
  public static Optional<Result> of(String wire) {
    return Arrays.stream(values()).filter(result -> result.wire().equals(wire)).findFirst();
  }

  /** The state of a set whose only row ended like this; {@code RUNNING} while it has not ended. */
  public State alone() {
    return switch (this) {
      case PENDING, RUNNING, UNKNOWN -> State.RUNNING;
      case APPLIED, ALREADY_SATISFIED -> State.SUCCEEDED;
      case CANCELLED -> State.CANCELLED;
      case SKIPPED_STALE, BLOCKED_GUARD, FAILED, NOT_ATTEMPTED -> State.FAILED;
    };
  }
}
