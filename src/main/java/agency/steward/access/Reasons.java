package agency.steward.access;

import agency.steward.access.caller.Callers;
import agency.steward.access.caller.FleetRole;
import agency.steward.access.grant.EndedGrant;
import agency.steward.access.grant.Grant;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.grant.Principal;
import agency.steward.access.grant.Reach;
import agency.steward.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts into words what somebody holds, and how it bears on one right. */
final class Reasons {
  private final Callers callers;
  private final Refusals refusals;

  Reasons(Callers callers, Refusals refusals) {
    this.callers = callers;
    this.refusals = refusals;
  }

  /** Everything that would be enough by itself. */
  List<String> allowing(
      Holdings holdings, Set<Principal> who, Right right, Optional<Workspace> where) {
    var because = new ArrayList<String>();
    roles(who)
        .filter(held -> right.isOf(held.role()))
        .forEach(held -> because.add(held + ", which may do this everywhere"));
    holdings.grants().stream()
        .filter(grant -> holdings.carries(grant, right) && reaches(grant, where))
        .forEach(grant -> because.add(said(grant) + ", which carries " + right.wire()));
    return because;
  }

  /** What is held and falls short, and what it would take. */
  List<String> missing(Holdings holdings, List<EndedGrant> ended, Set<Principal> who, Right right) {
    var because = new ArrayList<String>();
    roles(who).forEach(held -> because.add(held + ", which may not do this"));
    for (Grant grant : holdings.grants()) {
      because.add(said(grant) + ", " + shortfall(holdings, grant, right));
    }
    if (because.isEmpty()) {
      because.add("No live grant and no fleet role is held");
    }
    ended.forEach(each -> because.add(said(each)));
    if (who.stream().noneMatch(principal -> principal.kind() == Principal.Kind.GROUP)) {
      because.add("What the groups of a token would add is not counted; ask with group:… as well");
    }
    because.add(refusals.price(right));
    return because;
  }

  private record HeldRole(Principal group, FleetRole role) {
    @Override
    public String toString() {
      return group + " is the fleet role " + role.wire();
    }
  }

  private Stream<HeldRole> roles(Set<Principal> who) {
    return who.stream()
        .filter(principal -> principal.kind() == Principal.Kind.GROUP)
        .flatMap(group ->
            callers.roles(Set.of(group.value())).stream().map(role -> new HeldRole(group, role)));
  }

  private static String shortfall(Holdings holdings, Grant grant, Right right) {
    if (holdings.profile(grant).isEmpty()) {
      return "a profile that does not exist any more";
    }
    return holdings.carries(grant, right)
        ? "which is not here"
        : "which does not carry " + right.wire();
  }

  private static String said(EndedGrant ended) {
    return said("held", ended.grant())
        + ", which ended at "
        + ended.at()
        + ended.revokedBy().map(by -> ", taken back by " + by).orElse(" by itself");
  }

  private static String said(Grant grant) {
    return said("holds", grant);
  }

  private static String said(String verb, Grant grant) {
    String where =
        switch (grant.reach()) {
          case Reach.Named named ->
              "in %d workspace(s) by name".formatted(named.workspaces().size());
          case Reach.Selected selected -> "where " + selected.selector();
        };
    return "%s %s %s %s%s (grant %s)"
        .formatted(
            grant.principal(),
            verb,
            grant.profile(),
            where,
            narrowed(grant.narrowing()),
            grant.id());
  }

  private static String narrowed(Narrowing narrowing) {
    return switch (narrowing) {
      case Narrowing.Everything whole -> "";
      case Narrowing.Tagged tagged -> ", only campaigns and accounts tagged " + tagged;
    };
  }

  private static boolean reaches(Grant grant, Optional<Workspace> where) {
    return where.filter(Reach.union(List.of(grant.reach()))::includes).isPresent();
  }
}
