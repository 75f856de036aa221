package agency.steward.profile.grant;

import agency.steward.access.Right;
import agency.steward.access.caller.FleetRole;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.job.Profile;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Rights by the names under which {@code GET /access-check} asks for them. */
public final class Actions {
  private Actions() {}

  /** What a holder of these roles may do everywhere. */
  public static List<String> of(Collection<FleetRole> roles) {
    return those(right -> roles.stream().anyMatch(right::isOf));
  }

  /** What a holder of this profile may do where a grant holds that is narrowed like this. */
  public static List<String> of(Profile profile, Narrowing narrowing) {
    return those(right -> right.isOf(profile, narrowing));
  }

  public static List<String> all() {
    return those(right -> true);
  }

  private static List<String> those(Predicate<Right> picked) {
    return Arrays.stream(Right.values()).filter(picked).map(Right::wire).toList();
  }
}
