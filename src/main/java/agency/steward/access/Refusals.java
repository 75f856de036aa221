package agency.steward.access;

import agency.steward.access.caller.FleetRole;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How somebody is told that they may not, and what it would take. */
final class Refusals {
  private final Profiles profiles;

  Refusals(Profiles profiles) {
    this.profiles = profiles;
  }

  /** The same words for what does not exist and for what is somebody else's. */
  static ProblemException unknownWorkspace() {
    return Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND,
            "There is no workspace with this id, or it is outside your grants.")
        .thrown();
  }

  ProblemException of(Right right) {
    return Problem.of(
            ProblemCode.FORBIDDEN, "You may not do this (" + right.wire() + "). " + price(right))
        .thrown();
  }

  ProblemException ofWhatIsNotTagged(Right right) {
    return Problem.of(
            ProblemCode.FORBIDDEN,
            "Your grant here is narrowed to tags: you may read the campaigns and accounts that"
                + " carry them, and nothing else ("
                + right.wire()
                + "). "
                + price(right))
        .thrown();
  }

  /** What one would have to hold. */
  String price(Right right) {
    String granted = profilesWith(right);
    return "It takes the fleet role "
        + rolesWith(right)
        + (granted.isEmpty() ? "" : ", or in one workspace a grant of the profile ")
        + granted
        + ".";
  }

  private static String rolesWith(Right right) {
    return Arrays.stream(FleetRole.values())
        .filter(right::isOf)
        .map(FleetRole::wire)
        .collect(Collectors.joining(" or "));
  }

  private String profilesWith(Right right) {
    return profiles.all().stream()
        .filter(right::isOf)
        .map(Profile::name)
        .collect(Collectors.joining(" or "));
  }
}
