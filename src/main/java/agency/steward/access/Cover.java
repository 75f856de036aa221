package agency.steward.access;

import agency.steward.access.job.Area;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.access.job.Verb;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Whether what is held is all of what is wanted. */
final class Cover {
  private Cover() {}

  /**
   * What a role of Instantly's is worth is what its built-in profile may do: a profile of the
   * agency's own may have the same role and next to no rights.
   */
  static boolean ofRole(Profile held, String role) {
    return Profiles.builtIn().stream()
        .filter(profile -> profile.instantlyRole().equals(role))
        .filter(profile -> profile.permissions().isEmpty())
        .anyMatch(profile -> together(List.of(held), profile));
  }

  static boolean together(Collection<Profile> held, Profile wanted) {
    for (Area area : Area.values()) {
      for (Verb verb : wanted.rights().getOrDefault(area, Set.of())) {
        if (held.stream().noneMatch(profile -> profile.may(verb, area))) {
          return false;
        }
      }
    }
    return true;
  }
}
