package agency.steward.link;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.workspace.InstantlyWorkspaceId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;

class GroupLinkTest {
  private static final InstantlyWorkspaceId ADMIN = new InstantlyWorkspaceId("admin");

  private static GroupLink link(String sub, String admin, String status) {
    return GroupLink.of(
        JsonNodeFactory.instance
            .objectNode()
            .put("sub_workspace_id", sub)
            .put("admin_workspace_id", admin)
            .put("status", status));
  }

  @Test
  void onlyAnAcceptedLinkOfThisVeryAdminLeadsAnywhere() {
    assertThat(link("sub", "admin", "accepted").leadsFrom(ADMIN)).isTrue();
    assertThat(link("sub", "admin", "pending").leadsFrom(ADMIN)).isFalse();
    assertThat(link("sub", "admin", "something new").leadsFrom(ADMIN)).isFalse();
    assertThat(link("sub", "another", "accepted").leadsFrom(ADMIN)).isFalse();
    assertThat(link("", "admin", "accepted").leadsFrom(ADMIN)).isFalse();
  }

  @Test
  void whoInvitedOrLeadsSomebodyIsAnAdmin() {
    assertThat(link("sub", "admin", "accepted").makesAdmin(ADMIN)).isTrue();
    assertThat(link("sub", "admin", "pending").makesAdmin(ADMIN)).isTrue();
    assertThat(link("sub", "admin", "something new").makesAdmin(ADMIN)).isTrue();
    assertThat(link("sub", "admin", "rejected").makesAdmin(ADMIN)).isFalse();
    assertThat(link("admin", "another", "accepted").makesAdmin(ADMIN)).isFalse();
  }
}
