package agency.steward.group.change;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.apply.OneChange;
import agency.steward.link.Links;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** What can be done to the links of a group, one at a time. */
@ApplicationScoped
public class GroupChanges {
  static final String AREA = "group";

  private final OneChange one;
  private final Links links;
  private final OwnLinks own;

  GroupChanges(OneChange one, Links links, OwnLinks own) {
    this.one = one;
    this.links = links;
    this.own = own;
  }

  /**
   * @param sub Instantly's id of the sub workspace
   */
  public Response invite(Workspace admin, String sub) {
    return one.make(admin, new GroupInvitation(links), GroupInvitation.intent(sub));
  }

  /** Ends a link, from either side. */
  public Response end(Workspace workspace, String linkId) {
    return one.make(workspace, new GroupRemoval(own), GroupRemoval.intent(linkId));
  }

  @Produces
  @Singleton
  static ChangeKind groupInvitation(Links links) {
    return new GroupInvitation(links);
  }

  @Produces
  @Singleton
  static ChangeKind groupRemoval(OwnLinks own) {
    return new GroupRemoval(own);
  }
}
