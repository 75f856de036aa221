package agency.steward.apikey.change;

import agency.steward.apikey.shown.Keys;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import java.util.Map;
import java.util.Optional;

/** Takes a key back that Steward has just made and nobody has got. */
final class Revoking {
  private Revoking() {}

  /**
   * @return whether it is gone and the complete list has shown it; false where it is still there
   */
  static boolean isGone(InstantlyWorkspace instantly, String id) {
    try {
      instantly.delete(Listing.API_KEYS.one(id));
    } catch (InstantlyException e) {
      if (!(e.failure() instanceof InstantlyFailure.NotFound)) {
        throw e;
      }
    }
    return Keys.find(instantly.list(Listing.API_KEYS, Map.of()), id).isEmpty();
  }

  /** What there is to say of one whose value was lost; empty where it is still there. */
  static Optional<Problem> lost(InstantlyWorkspace instantly, String id) {
    return isGone(instantly, id)
        ? Optional.of(
            Problem.of(
                ProblemCode.WRITE_NOT_EFFECTIVE,
                "The key %s was made on Instantly, but its value reached nobody, so it was revoked again. Make a new one."
                    .formatted(id)))
        : Optional.empty();
  }
}
