package agency.steward.changeset.lane;

import agency.steward.changeset.guard.Violation;
import agency.steward.problem.Problem;

/** Why a lane does not go on now. */
public sealed interface Stop {

  /** Somebody else has it: nothing may be written down any more. */
  record Lost() implements Stop {}

  /** The set is held or is being cancelled. */
  record Held() implements Stop {}

  /** Subjects are being changed by others, or others use the quota that Steward allows itself. */
  record Busy() implements Stop {}

  /** Instantly wants us to wait. */
  record Limited(Problem why) implements Stop {}

  /** It may be better in a while. */
  record Trouble(Problem why) implements Stop {}

  /** It will not be better: the key is dead, the plan has lapsed, the workspace was forgotten. */
  record Closed(Problem why) implements Stop {}

  /** A rule for the whole workspace objects. */
  record Forbidden(Violation why) implements Stop {}

  /** Thrown where it comes up. */
  final class Signal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Stop stop;

    public Signal(Stop stop) {
      super(stop.toString(), null, false, false);
      this.stop = stop;
    }

    public Stop stop() {
      return stop;
    }
  }
}
