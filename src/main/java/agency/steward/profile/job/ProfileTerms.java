package agency.steward.profile.job;

import agency.steward.access.job.Area;
import agency.steward.access.job.KeyScopes;
import agency.steward.access.job.Permissions;
import agency.steward.access.job.Profile;
import agency.steward.access.job.ScopeCover;
import agency.steward.access.job.ScopeReach;
import agency.steward.access.job.Verb;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.profile.grant.Faults;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what is asked for can be a profile; every fault is named at once. */
final class ProfileTerms {
  private static final Set<String> RECIPES =
      Set.of("analytics", "campaign_management", "lead_reader");
  private static final List<String> ROLES = List.of("admin", "editor", "view");

  private ProfileTerms() {}

  /**
   * The profile that is asked for.
   *
   * @throws ProblemException {@code VALIDATION_FAILED} naming the fields, {@code
   *     ROLE_NOT_ASSIGNABLE}
   */
  static Profile read(String name, ProfileBody body) {
    var faults = new Faults();
    if (!Profile.isName(name)) {
      faults.add("", "A profile's name has lower-case letters, digits, - and _, at most 63");
    }
    if (RECIPES.contains(name)) {
      faults.add(
          "", name + " is the name of a recipe for keys; where both could be meant, none is");
    }
    String role = role(body, faults);
    List<String> permissions = permissions(body.permissions().orElse(List.of()), faults);
    Map<Area, Set<Verb>> rights = RightTerms.read(body.rights(), faults);
    List<String> scopes = body.keyScopes().orElseGet(() -> KeyScopes.of(rights));
    var profile = new Profile(name, role, permissions, scopes, rights);
    body.keyScopes().ifPresent(asked -> checkScopes(profile, asked, faults));
    faults.check();
    return profile;
  }

  private static String role(ProfileBody body, Faults faults) {
    String role = body.instantlyRole().orElse("");
    if (role.isEmpty()) {
      faults.add("/instantly_role", "instantly_role is one of " + String.join(", ", ROLES));
    } else if (!ROLES.contains(role)) {
      String detail = "instantly_role is one of " + String.join(", ", ROLES);
      throw Problem.of(ProblemCode.ROLE_NOT_ASSIGNABLE, detail)
          .at("/instantly_role", detail)
          .with("assignable", ROLES)
          .thrown();
    }
    return role;
  }

  private static List<String> permissions(List<String> asked, Faults faults) {
    for (int i = 0; i < asked.size(); i++) {
      if (!Permissions.NAMES.contains(asked.get(i))) {
        faults.add(
            "/permissions/" + i, "A permission is one of " + String.join(", ", Permissions.NAMES));
      }
    }
    return asked.stream().distinct().toList();
  }

  private static void checkScopes(Profile profile, List<String> asked, Faults faults) {
    for (int i = 0; i < asked.size(); i++) {
      if (!ScopeReach.covers(List.of(profile), asked.get(i))) {
        faults.add(
            "/key_scopes/" + i,
            "A key of this profile can do no more than its rights say: "
                + String.join(", ", ScopeCover.within(profile.rights())));
      }
    }
  }
}
