package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** facts.md 6: what a client believes who has read the wrong page. Rows that stand nowhere else. */
class SeedSkillTest {
  private final Instantly instantly =
      Box.SHARED.workspace(
          "{'members':[{'email':'a@a.example','role':'admin'},"
              + "{'email':'b@a.example','role':'view','accepted':false}]}");

  @Test
  void pendingPeopleAreInTheListUnlessOnlyAcceptedOnesAreAskedFor() {
    assertThat(instantly.get("workspace-members").items("email")).contains("b@a.example");
    assertThat(instantly.get("workspace-members?accepted=true").items("email"))
        .doesNotContain("b@a.example");
  }

  @Test
  void aListIsNoArray() {
    assertThat(instantly.get("workspace-members").json().isObject()).isTrue();
    assertThat(instantly.get("api-keys").json().isObject()).isTrue();
    assertThat(instantly.get("campaigns?limit=100").json().isObject()).isTrue();
  }

  @Test
  void theAdminOfAGroupIsOneObjectAboutAWorkspaceAndNoListOfPeople() {
    assertThat(instantly.get("workspace-group-members/admin").json().isObject()).isTrue();
  }

  @Test
  void theRolesOfOtherToolsDoNotExist() {
    for (String role : new String[] {"Admin", "manager", "sdr", "viewer", "member"}) {
      assertThat(
              instantly
                  .post("workspace-members", "{'email':'x@a.example','role':'%s'}".formatted(role))
                  .status())
          .as(role)
          .isEqualTo(400);
    }
  }

  @Test
  void managingWebhooksNeedsMoreThanReadingLeads() {
    assertThat(
            Box.SHARED
                .scoped("leads:read")
                .post("webhooks", "{'target_hook_url':'https://h.example'}")
                .message())
        .startsWith("Invalid scope. Required: webhooks:create");
  }

  @Test
  void tagsKeepNobodyOut() {
    Instantly tagged =
        Box.SHARED.workspace("{'campaigns':[{'name':'a','tags':['t']},{'name':'b'}]}");

    assertThat(tagged.get("campaigns").items("name")).containsExactly("a", "b");
  }

  @Test
  void resourceScopesDoWithoutAllAll() {
    Instantly plain =
        Box.SHARED.scoped("workspace_members:all", "workspaces:read", "audit_logs:read");

    assertThat(plain.get("workspace-members").status()).isEqualTo(200);
    assertThat(plain.get("workspaces/current").status()).isEqualTo(200);
    assertThat(plain.get("audit-logs").status()).isEqualTo(200);
  }
}
