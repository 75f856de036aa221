package agency.steward.access;

import agency.steward.access.caller.FleetRole;
import agency.steward.access.job.Permissions;
import agency.steward.access.job.Profile;
import agency.steward.access.job.ScopeReach;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Nobody hands out more than they hold (contract 5). */
@ApplicationScoped
public class Ceiling {
  private static final String ADMIN = "admin";

  private final Access access;
  private final Workspaces workspaces;
  private final GroupReach reach;

  Ceiling(Access access, Workspaces workspaces, GroupReach reach) {
    this.access = access;
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
    if (access.profilesIn(workspace).stream().noneMatch(held -> Cover.ofRole(held, role))) {
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

  /**
   * The same for an invitation with permissions of its own: beside the role, nobody hands out a
   * permission that a member of their own profile would not have.
   */
  public void member(Workspace workspace, String role, List<String> permissions, Right right) {
    role(workspace, role, right);
    var roles = access.caller().roles();
    if (roles.contains(FleetRole.AGENCY_ADMIN)) {
      return;
    }
    if (roles.stream().anyMatch(right::isOf)) {
      checkEach(permissions, permission -> !Permissions.isOfAdmins(permission));
      return;
    }
    Set<Profile> held = access.profilesIn(workspace);
    checkEach(permissions, name -> held.stream().anyMatch(each -> Permissions.has(each, name)));
    if (permissions.stream().anyMatch(Permissions::isOfAdmins)) {
      group(workspace, right);
    }
  }

  private static void checkEach(List<String> permissions, Predicate<String> may) {
    for (String permission : permissions) {
      if (!may.test(permission)) {
        throw above("The permission " + permission + " is above your own rights here")
            .at("/permissions", "Above your own rights")
            .thrown();
      }
    }
  }

  /** The same for an invitation by a profile: what it may here counts as well. */
  public void profile(Workspace workspace, Profile wanted, Right right) {
    member(workspace, wanted.instantlyRole(), wanted.permissions(), right);
    if (access.caller().roles().stream().noneMatch(right::isOf)
        && !Cover.together(access.profilesIn(workspace), wanted)) {
      throw above("The profile " + wanted.name() + " may more than your own profiles here")
          .at("/profile", "Above your own rights")
          .thrown();
    }
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

  /**
   * Throws {@code PRIVILEGE_CEILING} where the caller may not make a key that may do this, or not
   * in this workspace, whose keys reach a group.
   *
   * @param scopes as Instantly names them (facts.md 1.2)
   * @param right by which they make keys at all
   */
  public void scopes(Workspace workspace, Collection<String> scopes, Right right) {
    if (access.caller().has(FleetRole.AGENCY_ADMIN)) {
      return;
    }
    Set<Profile> held = access.profilesIn(workspace);
    List<String> above = scopes.stream().filter(scope -> !ScopeReach.covers(held, scope)).toList();
    if (!above.isEmpty()) {
      throw above("Your profile in this workspace holds less than " + String.join(", ", above))
          .at("/scopes", "Above your own rights: " + String.join(", ", above))
          .thrown();
    }
    group(workspace, right);
  }

  /**
   * Throws {@code PRIVILEGE_CEILING} where what somebody registers would come, by the labels they
   * give it, under a grant of their own. Nobody labels what is there already but an agency-admin.
   */
  public void labels(Map<String, String> labels) {
    if (!access.caller().has(FleetRole.AGENCY_ADMIN) && access.selects(labels)) {
      throw above("With these labels a grant of your own would pick what you register")
          .at("/labels", "Above your own rights")
          .thrown();
    }
  }

  private static RuntimeException aboveRole(String why) {
    return above(why).at("/role", "Above your own rights").thrown();
  }

  private static Problem above(String why) {
    return Problem.of(
        ProblemCode.PRIVILEGE_CEILING, why + ". Ask somebody with the fleet role agency-admin.");
  }
}
