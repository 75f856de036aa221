package agency.steward.access;

import agency.steward.access.job.Area;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Nobody hands out more than they hold (contract 5). */
@ApplicationScoped
public class Ceiling {
  private static final String ADMIN = "admin";

  private final Access access;
  private final Profiles profiles;
  private final Workspaces workspaces;
  private final GroupReach reach;

  Ceiling(Access access, Profiles profiles, Workspaces workspaces, GroupReach reach) {
    this.access = access;
    this.profiles = profiles;
    this.workspaces = workspaces;
    this.reach = reach;
  }

  /**
   * Throws {@code PRIVILEGE_CEILING} where the caller may not make somebody this.
   *
   * @param role as Instantly names it
   * @param right by which they change members at all
   */
  public void role(Workspace workspace, String role, Right right) {
    var roles = access.caller().roles();
    if (roles.contains(FleetRole.AGENCY_ADMIN)) {
      return;
    }
    if (roles.stream().anyMatch(right::isOf)) {
      checkAutomation(role);
      return;
    }
    if (access.profilesIn(workspace).stream().noneMatch(held -> covers(held, role))) {
      throw aboveRole("Your profile in this workspace holds less than the role " + role);
    }
    if (role.equals(ADMIN)) {
      group(workspace, right);
    }
  }

  /** A machine appoints no admins by itself. */
  private static void checkAutomation(String role) {
    if (role.equals(ADMIN)) {
      throw aboveRole(
          "agency-automation makes nobody admin by itself; a change set can be approved");
    }
  }

  /** The profiles of a role say what it may; holding all of one of them is enough. */
  private boolean covers(Profile held, String role) {
    return profiles.all().stream()
        .filter(profile -> profile.instantlyRole().equals(role))
        .filter(profile -> profile.permissions().isEmpty())
        .anyMatch(profile -> covers(held, profile));
  }

  private static boolean covers(Profile held, Profile wanted) {
    for (Area area : Area.values()) {
      if (!wanted.rights().getOrDefault(area, Set.of()).stream()
          .allMatch(verb -> held.may(verb, area))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Throws {@code PRIVILEGE_CEILING} where this is a group's admin workspace and the caller may not
   * do the same in every sub workspace, registered or not: its admins, keys and links reach all of
   * them. Throws the upstream problem where Instantly does not say which they are.
   */
  public void group(Workspace workspace, Right right) {
    if (access.caller().has(FleetRole.AGENCY_ADMIN)) {
      return;
    }
    Visibility may = access.visible(right);
    if (!workspaces.delegatedThrough(workspace.id()).stream().allMatch(may::includes)
        || !mayInAll(reach.subsOf(workspace), may)) {
      throw above(
              "This workspace administers a group, and you may not do this in every workspace of it")
          .thrown();
    }
  }

  /** Nobody but an agency-admin has rights in what is not registered. */
  private boolean mayInAll(Set<InstantlyWorkspaceId> subs, Visibility may) {
    if (subs.isEmpty()) {
      return true;
    }
    List<Workspace> registered = workspaces.onInstantly(subs);
    return registered.size() == subs.size() && registered.stream().allMatch(may::includes);
  }

  private static RuntimeException aboveRole(String why) {
    return above(why).at("/role", "Above your own rights").thrown();
  }

  private static Problem above(String why) {
    return Problem.of(
        ProblemCode.PRIVILEGE_CEILING, why + ". Ask somebody with the fleet role agency-admin.");
  }
}
