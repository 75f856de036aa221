package agency.steward.member.change;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.apply.OneChange;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** What can be done to members, one at a time. */
@ApplicationScoped
public class MemberChanges {
  private static final ChangeKind ROLE = new Edit("role_change");
  private static final ChangeKind NICKNAME = new Edit("nickname_change");
  private static final ChangeKind REMOVE = new Removal();
  private static final ChangeKind INVITE = new Invitation();

  private final OneChange one;

  MemberChanges(OneChange one) {
    this.one = one;
  }

  /**
   * @param invitation {@code email}, {@code role}, and where they are wanted {@code permissions}
   *     and {@code nickname}
   */
  public Response invite(Workspace workspace, ObjectNode invitation) {
    return one.make(workspace, INVITE, Invitation.intent(invitation));
  }

  /**
   * @param set {@code role} and {@code nickname} as they shall be; null takes a nickname away
   */
  public Response edit(Workspace workspace, String memberId, ObjectNode set) {
    return one.make(workspace, set.has(Member.ROLE) ? ROLE : NICKNAME, Edit.intent(memberId, set));
  }

  /** Cancels the invitation where it has not been accepted. */
  public Response remove(Workspace workspace, String memberId) {
    return one.make(workspace, REMOVE, Removal.intent(memberId));
  }

  @Produces
  @Singleton
  static ChangeKind roleChange() {
    return ROLE;
  }

  @Produces
  @Singleton
  static ChangeKind nicknameChange() {
    return NICKNAME;
  }

  @Produces
  @Singleton
  static ChangeKind removal() {
    return REMOVE;
  }

  @Produces
  @Singleton
  static ChangeKind invitation() {
    return INVITE;
  }
}
