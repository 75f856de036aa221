package agency.steward.access;

import agency.steward.access.caller.FleetRole;
import agency.steward.access.grant.Grant;
import agency.steward.access.grant.Grants;
import agency.steward.access.grant.Narrowing;
import agency.steward.access.grant.Principal;
import agency.steward.access.grant.Reach;
import agency.steward.access.job.Profile;
import agency.steward.access.job.Profiles;
import agency.steward.workspace.Visibility;
import agency.steward.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one caller holds: fleet roles, grants, and the profiles of those grants. The tables are read
 * only if no role answers the question already, and only once. Lives as long as one question.
 */
final class Holdings {
  private final Set<FleetRole> roles;
  private final Set<Principal> principals;
  private final Grants table;
  private final Profiles profiles;
  private @Nullable List<Grant> grants;
  private Map<String, Profile> granted = Map.of();

  Holdings(Set<FleetRole> roles, Set<Principal> principals, Grants table, Profiles profiles) {
    this.roles = roles;
    this.principals = principals;
    this.table = table;
    this.profiles = profiles;
  }

  boolean everywhere(Right right) {
    return roles.stream().anyMatch(right::isOf);
  }

  /** Grants narrowed to tags do not count here: they count only where code asks for them. */
  Visibility in(Right right) {
    return everywhere(right)
        ? new Visibility.Everything()
        : Reach.union(
            carrying(right)
                .filter(grant -> grant.narrowing() instanceof Narrowing.Everything)
                .map(Grant::reach)
                .toList());
  }

  Narrowed narrowed(Right right) {
    return everywhere(right) ? Narrowed.everywhere() : Narrowed.of(carrying(right).toList());
  }

  /** Whether they may know that this workspace is there. */
  boolean know(Workspace workspace) {
    return in(Right.WORKSPACE_READ).includes(workspace) || reachWhatIsTaggedIn(workspace);
  }

  boolean reachWhatIsTaggedIn(Workspace workspace) {
    return Stream.of(Right.CAMPAIGN_READ, Right.ACCOUNT_READ)
        .anyMatch(right -> narrowed(right).visibility().includes(workspace));
  }

  boolean carries(Grant grant, Right right) {
    return profile(grant).filter(profile -> right.isOf(profile, grant.narrowing())).isPresent();
  }

  Optional<Profile> profile(Grant grant) {
    return Optional.ofNullable(granted.get(grant.profile()));
  }

  boolean select(Map<String, String> labels) {
    return grants().stream()
        .anyMatch(grant ->
            grant.reach() instanceof Reach.Selected selected
                && selected.selector().matches(labels));
  }

  private Stream<Grant> carrying(Right right) {
    return grants().stream().filter(grant -> carries(grant, right));
  }

  Set<Profile> profilesIn(Workspace workspace) {
    return grants().stream()
        .filter(grant -> grant.narrowing() instanceof Narrowing.Everything)
        .filter(grant -> Reach.union(List.of(grant.reach())).includes(workspace))
        .flatMap(grant -> profile(grant).stream())
        .collect(Collectors.toSet());
  }

  List<Grant> grants() {
    List<Grant> known = grants;
    if (known == null) {
      known = table.heldBy(principals);
      grants = known;
      granted = profiles.named(known.stream().map(Grant::profile).collect(Collectors.toSet()));
    }
    return known;
  }
}
