package agency.steward.profile.job;

import agency.steward.access.job.Area;
import agency.steward.access.job.KeyScopes;
import agency.steward.access.job.Permissions;
import agency.steward.access.job.Profile;
import agency.steward.access.job.ScopeCover;
import agency.steward.access.job.Verb;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.profile.grant.Faults;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what is asked for can be a profile; every fault is named at once. */
final class ProfileTerms {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,62}");
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
    if (!NAME.matcher(name).matches()) {
      faults.add("", "A profile's name has lower-case letters, digits, - and _, at most 63");
    }
    String role = role(body, faults);
    List<String> permissions = permissions(body.permissions().orElse(List.of()), faults);
    Map<Area, Set<Verb>> rights = RightTerms.read(body.rights(), faults);
    List<String> scopes =
        body.keyScopes()
            .map(asked -> scopes(asked, rights, faults))
            .orElseGet(() -> KeyScopes.of(rights));
    faults.check();
    return new Profile(name, role, permissions, scopes, rights);
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

  private static List<String> scopes(
      List<String> asked, Map<Area, Set<Verb>> rights, Faults faults) {
    for (int i = 0; i < asked.size(); i++) {
      if (!ScopeCover.covers(rights, asked.get(i))) {
        faults.add(
            "/key_scopes/" + i,
            "A key of this profile can do no more than its rights say: "
                + String.join(", ", ScopeCover.within(rights)));
      }
    }
    return asked.stream().distinct().toList();
  }
}
