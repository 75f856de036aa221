package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** facts.md 1.4 and 4.2. */
class GroupMembersTest {
  private static final String PATH = "workspace-group-members";
  private final Instantly admin = Box.SHARED.workspace("{'name':'Agency'}");
  private final Instantly sub = Box.SHARED.workspace("{'name':'Client'}");

  private Reply invite(Instantly who, Instantly whom) {
    return who.post(PATH, "{'sub_workspace_id':'%s'}".formatted(whom.workspace()));
  }

  private static void decide(String link, String how) {
    assertThat(Box.SHARED.control("POST", "group-links/" + link + "/" + how, "").status())
        .isEqualTo(200);
  }

  @Test
  void invitingSendsAnInvitationAndNoMore() {
    Reply invited = invite(admin, sub);

    assertThat(invited.text("status")).isEqualTo("pending");
    assertThat(invited.text("sub_workspace_name")).isEqualTo("Client");
    assertThat(invited.text("admin_workspace_name")).isEqualTo("Agency");
    assertThat(sub.get(PATH + "/admin").text("has_admin_workspace")).isEqualTo("false");
  }

  @Test
  void acceptingIsDoneInTheAppOnly() {
    String link = invite(admin, sub).text("id");

    decide(link, "accept");

    assertThat(admin.get(PATH + "/" + link).text("status")).isEqualTo("accepted");
    Reply parent = sub.get(PATH + "/admin");
    assertThat(parent.text("workspace_name")).isEqualTo("Agency");
    assertThat(parent.text("workspace_group_member_id")).isEqualTo(link);
  }

  @Test
  void withoutParentTheNameIsTheWordUndefined() {
    Reply parent = sub.get(PATH + "/admin");

    assertThat(parent.text("workspace_name")).isEqualTo("Undefined");
    assertThat(parent.json().has("workspace_group_member_id")).isFalse();
  }

  @Test
  void aSecondInvitationIs409WhileTheFirstIsOpenOrAccepted() {
    String link = invite(admin, sub).text("id");
    Instantly other = Box.SHARED.workspace("{}");
    assertThat(invite(other, sub).message())
        .isEqualTo("The sub workspace already has an active parent or invitation");

    decide(link, "accept");

    assertThat(invite(other, sub).status()).isEqualTo(409);
    assertThat(invite(admin, sub).status()).isEqualTo(409);
  }

  @Test
  void aRejectedWorkspaceCanBeInvitedAgain() {
    decide(invite(admin, sub).text("id"), "reject");

    assertThat(invite(admin, sub).text("status")).isEqualTo("pending");
    assertThat(admin.get(PATH).items("status")).containsExactly("rejected", "pending");
  }

  @Test
  void noWorkspaceIsAdminAndSubAtOnce() {
    decide(invite(admin, sub).text("id"), "accept");
    Instantly third = Box.SHARED.workspace("{}");

    assertThat(invite(sub, third).status()).isEqualTo(409);
    assertThat(invite(third, admin).status()).isEqualTo(409);
    assertThat(invite(third, third).status()).isEqualTo(409);
  }

  @Test
  void aWorkspaceThatDoesNotExistIs404AndAnAddressIsAWrongBody() {
    assertThat(admin.post(PATH, "{'sub_workspace_id':'nobody'}").status()).isEqualTo(404);
    assertThat(admin.post(PATH, "{'email':'eve@c.example'}").message())
        .isEqualTo("body must have required property 'sub_workspace_id'");
  }

  @Test
  void theListHoldsLinksBetweenWorkspacesAndNoPeople() {
    invite(admin, sub);

    assertThat(admin.get(PATH).json().at("/items/0").properties())
        .extracting(Map.Entry::getKey)
        .contains("admin_workspace_id", "sub_workspace_id")
        .doesNotContain("email");
    assertThat(sub.get(PATH).items("id")).isEmpty();
  }

  @Test
  void theSubLeavesByDeletingItsLink() {
    decide(invite(admin, sub).text("id"), "accept");
    String link = sub.get(PATH + "/admin").text("workspace_group_member_id");

    assertThat(sub.delete(PATH + "/" + link).text("id")).isEqualTo(link);

    assertThat(sub.get(PATH + "/admin").text("has_admin_workspace")).isEqualTo("false");
    assertThat(admin.get(PATH).items("id")).isEmpty();
  }

  @Test
  void aLinkOfOthersIsUnknown() {
    String link = invite(admin, sub).text("id");

    assertThat(Box.SHARED.workspace("{}").get(PATH + "/" + link).status()).isEqualTo(404);
    assertThat(Box.SHARED.workspace("{}").delete(PATH + "/" + link).status()).isEqualTo(404);
  }

  @Test
  void aDecisionIsMadeOnce() {
    String link = invite(admin, sub).text("id");
    decide(link, "accept");

    assertThat(Box.SHARED.control("POST", "group-links/" + link + "/reject", "").status())
        .isEqualTo(409);
  }
}
