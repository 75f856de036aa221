package agency.steward.member.change;

import agency.steward.changeset.apply.OneChange;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

/** What can be done to members, one at a time. */
@ApplicationScoped
public class MemberChanges {
  private final OneChange one;
  private final MemberKinds kinds;

  MemberChanges(OneChange one, MemberKinds kinds) {
    this.one = one;
    this.kinds = kinds;
  }

  /**
   * @param invitation {@code email}, {@code role}, and where they are wanted {@code permissions}
   *     and {@code nickname}
   */
  public Response invite(Workspace workspace, ObjectNode invitation) {
    return one.make(workspace, kinds.invitation(), Invited.intent(invitation));
  }

  /**
   * @param set {@code role} and {@code nickname} as they shall be; null takes a nickname away
   */
  public Response edit(Workspace workspace, String memberId, ObjectNode set) {
    return one.make(
        workspace,
        set.has(Member.ROLE) ? kinds.roleChange() : kinds.nicknameChange(),
        Edit.intent(memberId, set));
  }

  /** Cancels the invitation where it has not been accepted. */
  public Response remove(Workspace workspace, String memberId) {
    return one.make(workspace, kinds.removal(), Removal.intent(memberId));
  }
}
