package agency.steward.access.caller;

import agency.steward.access.grant.Principal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling, as the verified token says.
 *
 * @param subject the {@code sub} claim
 * @param email only where {@code email_verified} is true; lower case
 * @param groups the groups claim, for grants to {@code group:…}
 * @param roles what the groups mean as fleet roles
 */
public record Caller(
    String subject, Optional<String> email, Set<String> groups, Set<FleetRole> roles) {

  public boolean has(FleetRole role) {
    return roles.contains(role);
  }

  /** Who is written into records: {@code sub:…}. */
  public String principal() {
    return Principal.sub(subject).toString();
  }

  /** The roles' names as tokens carry them, in a fixed order. */
  public List<String> roleNames() {
    return roles.stream().sorted().map(FleetRole::wire).toList();
  }

  /** As whom grants may be held. */
  public Set<Principal> principals() {
    var principals = new HashSet<Principal>();
    principals.add(Principal.sub(subject));
    email.map(Principal::email).ifPresent(principals::add);
    groups.stream().map(Principal::group).forEach(principals::add);
    return Set.copyOf(principals);
  }
}
