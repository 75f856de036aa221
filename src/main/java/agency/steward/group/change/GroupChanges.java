package agency.steward.group.change;

import agency.steward.changeset.apply.OneChange;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What can be done to the links of a group, one at a time. */
@ApplicationScoped
public class GroupChanges {
  static final String AREA = "group";

  private final OneChange one;
  private final GroupKinds kinds;

  GroupChanges(OneChange one, GroupKinds kinds) {
    this.one = one;
    this.kinds = kinds;
  }

  /**
   * @param sub Instantly's id of the sub workspace
   */
  public Response invite(Workspace admin, String sub) {
    return one.make(admin, kinds.groupInvitation(), GroupInvitation.intent(sub));
  }

  /** Ends a link, from either side. */
  public Response end(Workspace workspace, String linkId) {
    return one.make(workspace, kinds.groupRemoval(), GroupRemoval.intent(linkId));
  }
}
