package agency.steward.registration.look;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.link.GroupLink;
import agency.steward.link.Links;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Condition.Type;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the link through which a delegated workspace is reached: the admin's list tells. */
@ApplicationScoped
class LinkLook {
  private final Instantly instantly;
  private final Links links;
  private final Workspaces workspaces;
  private final Clock clock;

  LinkLook(Instantly instantly, Links links, Workspaces workspaces, Clock clock) {
    this.instantly = instantly;
    this.links = links;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * The condition that says so, where the link is not accepted any more. Throws the admin
   * workspace's code where its own key or plan is what is wrong.
   */
  Optional<Condition> broken(Workspace sub, Credential.Delegated way, Deadline deadline) {
    Workspace admin = workspaces.findNow(way.adminWorkspace()).orElseThrow(LinkLook::noAdmin);
    List<GroupLink> listed = listed(admin, deadline);
    return leads(listed, admin, sub.instantlyId())
        ? Optional.empty()
        : Optional.of(notAccepted(status(listed, sub.instantlyId())));
  }

  /** Throws {@code GROUP_LINK_NOT_ACCEPTED} unless calls may run into the sub-workspace. */
  void require(Workspace admin, InstantlyWorkspaceId sub, Deadline deadline) {
    List<GroupLink> listed = links.of(admin, deadline);
    if (!leads(listed, admin, sub)) {
      throw Refusals.notAccepted(status(listed, sub)).thrown();
    }
  }

  private static boolean leads(List<GroupLink> listed, Workspace admin, InstantlyWorkspaceId sub) {
    return listed.stream()
        .anyMatch(link -> link.sub().equals(sub) && link.leadsFrom(admin.instantlyId()));
  }

  private static String status(List<GroupLink> listed, InstantlyWorkspaceId sub) {
    return listed.stream()
        .filter(link -> link.sub().equals(sub))
        .map(GroupLink::status)
        .findFirst()
        .orElse("not there");
  }

  /** The same look, and that the link is accepted. */
  Look accepted(Look look) {
    if (look.conditions().stream().anyMatch(seen -> seen.type() == Type.GROUP_LINK)) {
      return look;
    }
    var conditions = new ArrayList<>(look.conditions());
    conditions.add(Condition.ok(Type.GROUP_LINK, clock.instant()));
    return new Look(conditions, look.name());
  }

  private List<GroupLink> listed(Workspace admin, Deadline deadline) {
    try {
      return links.of(instantly.probing(admin, deadline));
    } catch (InstantlyException e) {
      note(admin, e.failure());
      throw e;
    }
  }

  /** What is wrong with the admin workspace is its own condition, not its delegates'. */
  private void note(Workspace admin, InstantlyFailure failure) {
    switch (failure) {
      case InstantlyFailure.KeyInvalid ignored ->
          observe(admin, Type.CREDENTIAL, ProblemCode.WORKSPACE_CREDENTIAL_INVALID);
      case InstantlyFailure.PlanInactive ignored ->
          observe(admin, Type.PLAN, ProblemCode.WORKSPACE_PLAN_INACTIVE);
      default -> {
        // tells nothing for certain
      }
    }
  }

  private void observe(Workspace admin, Type type, ProblemCode code) {
    workspaces.observe(
        admin.id(), Condition.broken(type, code.name(), code.title(), clock.instant()));
  }

  private Condition notAccepted(String status) {
    return Condition.broken(
        Type.GROUP_LINK,
        ProblemCode.GROUP_LINK_NOT_ACCEPTED.name(),
        "The link to the group's admin workspace is " + status,
        clock.instant());
  }

  private static RuntimeException noAdmin() {
    return Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND, "The admin workspace was forgotten at this moment.")
        .thrown();
  }
}
