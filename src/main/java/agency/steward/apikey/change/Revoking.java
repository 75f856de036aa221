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

/** Revokes a key that Steward has just made and that nobody has received. */
final class Revoking {
  private static final String REVOKED =
      "The key %s was made on Instantly, but its value reached nobody, so it was revoked again."
          + " Make a new one.";
  private static final String NEVER_THERE =
      "Instantly said that it had made the key %s, but knows no such key. Make a new one.";

  private Revoking() {}

  /**
   * @return whether it is gone and the complete list has shown it; false where it is still there
   */
  static boolean isGone(InstantlyWorkspace instantly, String id) {
    wasThere(instantly, id);
    return isUnlisted(instantly, id);
  }

  /** Takes it back; false where Instantly knows no such key. */
  private static boolean wasThere(InstantlyWorkspace instantly, String id) {
    try {
      instantly.delete(Listing.API_KEYS.one(id));
      return true;
    } catch (InstantlyException e) {
      if (e.failure() instanceof InstantlyFailure.NotFound) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isUnlisted(InstantlyWorkspace instantly, String id) {
    return Keys.find(instantly.list(Listing.API_KEYS, Map.of()), id).isEmpty();
  }

  /** What to tell about a key whose value was lost; empty if the key still exists. */
  static Optional<Problem> lost(InstantlyWorkspace instantly, String id) {
    String what = wasThere(instantly, id) ? REVOKED : NEVER_THERE;
    return isUnlisted(instantly, id)
        ? Optional.of(Problem.of(ProblemCode.WRITE_NOT_EFFECTIVE, what.formatted(id)))
        : Optional.empty();
  }
}
