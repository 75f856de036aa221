package agency.steward.member;

import agency.steward.access.Access;
import agency.steward.access.FleetRole;
import agency.steward.access.Right;
import agency.steward.access.job.Area;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.member.change.Role;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Nobody hands out more than they hold (contract 5). */
@ApplicationScoped
class Ceiling {
  private final Access access;
  private final Profiles profiles;
  private final Workspaces workspaces;

  Ceiling(Access access, Profiles profiles, Workspaces workspaces) {
    this.access = access;
    this.profiles = profiles;
    this.workspaces = workspaces;
  }

  /**
   * Throws {@code PRIVILEGE_CEILING} where the caller may not make somebody this.
   *
   * @param right by which they change members at all
   */
  void check(Workspace workspace, Role role, Right right) {
    var roles = access.caller().roles();
    if (roles.contains(FleetRole.AGENCY_ADMIN)) {
      return;
    }
    if (roles.stream().anyMatch(right::isOf)) {
      checkAutomation(role);
      return;
    }
    if (access.profilesIn(workspace).stream().noneMatch(held -> covers(held, role))) {
      throw above("Your profile in this workspace holds less than the role " + role.wire());
    }
    if (role == Role.ADMIN) {
      checkGroup(workspace, right);
    }
  }

  /** A machine appoints no admins by itself. */
  private static void checkAutomation(Role role) {
    if (role == Role.ADMIN) {
      throw above("agency-automation makes nobody admin by itself; a change set can be approved");
    }
  }

  /** The profiles of a role say what it may; holding all of one of them is enough. */
  private boolean covers(Profile held, Role role) {
    return profiles.all().stream()
        .filter(profile -> profile.instantlyRole().equals(role.wire()))
        .filter(profile -> profile.permissions().isEmpty())
        .anyMatch(profile -> covers(held, profile));
  }

  private static boolean covers(Profile held, Profile wanted) {
    for (Area area : Area.values()) {
      if (!wanted.rights().getOrDefault(area, java.util.Set.of()).stream()
          .allMatch(verb -> held.may(verb, area))) {
        return false;
      }
    }
    return true;
  }

  /** An admin of a group's admin workspace reaches all of its sub workspaces. */
  private void checkGroup(Workspace workspace, Right right) {
    Visibility may = access.visible(right);
    boolean everywhere =
        workspaces.matching(new Visibility.Everything(), Optional.empty()).stream()
            .filter(sub -> isReachedThrough(workspace, sub))
            .allMatch(may::includes);
    if (!everywhere) {
      throw above(
          "An admin of this workspace reaches workspaces of its group in which you may not do this");
    }
  }

  private static boolean isReachedThrough(Workspace admin, Workspace sub) {
    return sub.credential() instanceof Credential.Delegated delegated
        && delegated.adminWorkspace().equals(admin.id());
  }

  private static RuntimeException above(String why) {
    return Problem.of(
            ProblemCode.PRIVILEGE_CEILING, why + ". Ask somebody with the fleet role agency-admin.")
        .at("/role", "Above your own rights")
        .thrown();
  }
}
