package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code x-as-workspace}, facts.md 1.4. */
class DelegationTest {
  private static final String AS = "x-as-workspace";
  private final Instantly sub = Box.SHARED.workspace("{'name':'Sub'}");
  private final Instantly admin =
      Box.SHARED.workspace("{'name':'Admin','group_admin_of':['%s']}".formatted(sub.workspace()));

  @Test
  void theAdminsKeyWithTheHeaderRunsAsTheSubWorkspace() {
    assertThat(admin.get("workspaces/current", AS, sub.workspace()).text("id"))
        .isEqualTo(sub.workspace());
    assertThat(admin.get("workspaces/current").text("id")).isEqualTo(admin.workspace());
  }

  @Test
  void theHeaderWorksForWritesToo() {
    admin.post("workspace-members", "{'email':'eve@c.example','role':'view'}", AS, sub.workspace());

    assertThat(sub.get("workspace-members").items("email")).contains("eve@c.example");
    assertThat(admin.get("workspace-members").items("email")).doesNotContain("eve@c.example");
  }

  @Test
  void theAdminsKeyNeedsTheScopesThatTheOperationAlwaysNeeds() {
    String narrow = admin.post("api-keys", "{'name':'n','scopes':['campaigns:read']}").text("key");

    assertThat(admin.with(narrow).get("accounts", AS, sub.workspace()).message())
        .isEqualTo("Invalid scope. Required: accounts:read. Found: campaigns:read");
  }

  @Test
  void anInvitationThatIsOpenGivesNoAccess() {
    Instantly invited = Box.SHARED.workspace("{}");
    admin.post(
        "workspace-group-members", "{'sub_workspace_id':'%s'}".formatted(invited.workspace()));

    assertThat(admin.get("workspaces/current", AS, invited.workspace()).status()).isEqualTo(403);
  }

  @Test
  void removalEndsAccessAtOnce() {
    String link = admin.get("workspace-group-members").json().at("/items/0/id").textValue();
    admin.delete("workspace-group-members/" + link);

    assertThat(admin.get("workspaces/current", AS, sub.workspace()).status()).isEqualTo(403);
  }

  @Test
  void aSubWorkspaceOfAnotherGroupIsRefused() {
    Instantly stranger = Box.SHARED.workspace("{}");

    assertThat(stranger.get("workspaces/current", AS, sub.workspace()).status()).isEqualTo(403);
  }

  @Test
  void aSubWorkspaceCannotActAsItsAdmin() {
    assertThat(sub.get("workspaces/current", AS, admin.workspace()).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "01a213dc-0000-7000-8000-000000000000"})
  void aHeaderThatNamesNobodyIsRefused(String named) {
    assertThat(admin.get("workspaces/current", AS, named).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void theStatusOfThatRefusalCanBeChosen(int status) {
    admin.behave("'as_workspace_status':" + status);

    assertThat(admin.get("workspaces/current", AS, "nonsense").status()).isEqualTo(status);
  }

  @Test
  void aDelegatedKeyCreationMakesAKeyOfTheSubWorkspace() {
    String key =
        admin
            .post("api-keys", "{'name':'n','scopes':['all:all']}", AS, sub.workspace())
            .text("key");

    assertThat(sub.with(key).get("workspaces/current").text("id")).isEqualTo(sub.workspace());
  }

  @Test
  void aLapsedSubIs402AlthoughItsAdminPays() {
    Box.SHARED.control("PATCH", "workspaces/" + sub.workspace(), "{'plan_active':false}");

    assertThat(admin.get("workspaces/current", AS, sub.workspace()).status()).isEqualTo(402);
    assertThat(admin.get("workspaces/current").status()).isEqualTo(200);
  }

  @Test
  void theAuditLogOfTheSubNamesTheAdminsKey() {
    admin.post("api-keys", "{'name':'n','scopes':[]}", AS, sub.workspace());
    String adminKey = admin.get("api-keys").json().at("/items/0/id").textValue();

    assertThat(sub.get("audit-logs").items("api_key_id")).containsExactly(adminKey);
    assertThat(admin.get("audit-logs").items("api_key_id")).isEmpty();
  }

  @Test
  void anIgnoredHeaderRunsAsTheAdmin() {
    admin.behave("'ignore_as_workspace':true");

    assertThat(admin.get("workspaces/current", AS, sub.workspace()).text("id"))
        .isEqualTo(admin.workspace());
    assertThat(admin.journal().getLast().has("as_workspace")).isFalse();
  }

  @Test
  void theJournalNamesTheKeysWorkspaceAndTheOneItRanAs() {
    admin.get("accounts", AS, sub.workspace());

    assertThat(admin.journal().getLast().path("workspace_id").asText())
        .isEqualTo(admin.workspace());
    assertThat(admin.journal().getLast().path("as_workspace").asText()).isEqualTo(sub.workspace());
  }
}
