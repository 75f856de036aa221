package agency.steward.access;

import agency.steward.access.caller.Callers;
import agency.steward.access.grant.Grants;
import agency.steward.access.grant.Principal;
import agency.steward.access.job.Profiles;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@link Access} would say to somebody who is not calling: the same roles, the same grants,
 * the same answer, with its reasons.
 */
@ApplicationScoped
public class AccessReview {
  private final Callers callers;
  private final Grants grants;
  private final Profiles profiles;
  private final Reasons reasons;

  AccessReview(Callers callers, Grants grants, Profiles profiles) {
    this.callers = callers;
    this.grants = grants;
    this.profiles = profiles;
    this.reasons = new Reasons(callers, new Refusals(profiles));
  }

  /**
   * @param who one person's principals: fleet roles are known only of groups, since they come with
   *     a token
   * @param where empty for what belongs to no workspace, and for all of them
   */
  public Verdict of(Set<Principal> who, Right right, Optional<Workspace> where) {
    var holdings = new Holdings(callers.roles(groups(who)), who, grants, profiles);
    boolean allowed =
        where
            .map(holdings.narrowed(right).visibility()::includes)
            .orElseGet(() -> holdings.everywhere(right));
    return new Verdict(
        allowed,
        allowed
            ? reasons.allowing(holdings, who, right, where)
            : reasons.missing(holdings, grants.endedOf(who), who, right));
  }

  private static Set<String> groups(Set<Principal> who) {
    return who.stream()
        .filter(principal -> principal.kind() == Principal.Kind.GROUP)
        .map(Principal::value)
        .collect(Collectors.toSet());
  }
}
