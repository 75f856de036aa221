package agency.steward.link;

import agency.steward.access.GroupReach;
import agency.steward.instantly.Deadline;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which workspaces an admin workspace reaches. The answer that it administers no group may come
 * from memory: keys and admins that were there before its first link reach the sub workspaces as
 * well.
 */
@ApplicationScoped
class GroupSubs implements GroupReach {
  private final Links links;
  private final LinkConfig config;

  GroupSubs(Links links, LinkConfig config) {
    this.links = links;
    this.config = config;
  }

  @Override
  public Set<InstantlyWorkspaceId> subsOf(Workspace admin) {
    if (!(admin.credential() instanceof Credential.OwnKey)
        || links.remembered(admin).equals(Optional.of(false))) {
      return Set.of();
    }
    return links.of(admin, Deadline.in(config.askWithin())).stream()
        .filter(link -> link.leadsFrom(admin.instantlyId()))
        .map(GroupLink::sub)
        .collect(Collectors.toUnmodifiableSet());
  }
}
