package agency.steward.registration.look;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.Listing;
import agency.steward.workspace.Credential;
import agency.steward.workspace.InstantlyWorkspaceId;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The links of a group, listed with the admin workspace's own key (facts.md 4.2). */
@ApplicationScoped
public class GroupLinks {
  private final Instantly instantly;

  GroupLinks(Instantly instantly) {
    this.instantly = instantly;
  }

  /** All of them; throws the admin workspace's code where it is not active. */
  public List<GroupLink> of(Workspace admin, Deadline deadline) {
    if (!(admin.credential() instanceof Credential.OwnKey)) {
      throw Refusals.noAdmin().thrown();
    }
    return list(instantly.in(admin, deadline));
  }

  /** Throws {@code GROUP_LINK_NOT_ACCEPTED} unless calls may run into the sub-workspace. */
  void require(Workspace admin, InstantlyWorkspaceId sub, Deadline deadline) {
    List<GroupLink> links = of(admin, deadline);
    if (links.stream().noneMatch(link -> link.sub().equals(sub) && leads(link, admin))) {
      throw Refusals.notAccepted(status(links, sub)).thrown();
    }
  }

  static List<GroupLink> list(InstantlyWorkspace admin) {
    return admin.list(Listing.GROUP_MEMBERS, Map.of()).stream().map(GroupLink::of).toList();
  }

  static String status(List<GroupLink> links, InstantlyWorkspaceId sub) {
    return links.stream()
        .filter(link -> link.sub().equals(sub))
        .map(GroupLink::status)
        .findFirst()
        .orElse("not there");
  }

  private static boolean leads(GroupLink link, Workspace admin) {
    return link.leadsFrom(admin.instantlyId());
  }
}
