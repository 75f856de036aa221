package agency.steward.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** facts.md 1.2 and 5. */
class ScopesTest {

  @Test
  void aMissingScopeIsA401ThatNamesWhatIsRequiredAndWhatWasFound() {
    Reply reply = Box.SHARED.scoped("campaigns:all", "leads:all").get("accounts");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.message())
        .isEqualTo("Invalid scope. Required: accounts:read. Found: campaigns:all, leads:all");
  }

  @Test
  void aMissingScopeIs403WhereToldSo() {
    Instantly narrow = Box.SHARED.scoped("campaigns:read");
    narrow.behave("'scope_status':403");

    Reply reply = narrow.get("accounts");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.message()).startsWith("Invalid scope.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"workspace_members:read", "workspace_members:all", "all:read", "all:all"})
  void anyOfFourScopesOpensAnOperation(String scope) {
    assertThat(Box.SHARED.scoped(scope).get("workspace-members").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"workspace_members:create", "all:create", "workspaces:all"})
  void otherScopesDoNot(String scope) {
    assertThat(Box.SHARED.scoped(scope).get("workspace-members").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,workspace-group-members/admin",
    "GET,webhooks",
    "GET,webhooks/event-types",
  })
  void operationsThatStateNoScopeTakeAnyKey(String method, String path) {
    assertThat(Box.SHARED.scoped("leads:read").call(method, path, "").status()).isEqualTo(200);
  }

  @Test
  void togglingAndTestingTakeAnyKeyToo() {
    Instantly narrow = Box.SHARED.scoped("leads:read");

    assertThat(narrow.post("custom-tags/toggle-resource", "{}").status()).isEqualTo(400);
    assertThat(narrow.post("webhooks/none/test", "").status()).isEqualTo(404);
  }

  @Test
  void aKeyThatMayRenameTheWorkspaceMayGiveItAwayToo() {
    Instantly narrow = Box.SHARED.scoped("workspaces:update");

    assertThat(narrow.patch("workspaces/current", "{'name':'New'}").status()).isEqualTo(200);
    assertThat(
            narrow
                .post("workspaces/current/change-owner", "{'email':'a@b.example','sec':'x'}")
                .status())
        .isEqualTo(400);
  }

  @Test
  void mappingsNeedAScopeOfTheirOwn() {
    assertThat(Box.SHARED.scoped("custom_tags:all").get("custom-tag-mappings").message())
        .startsWith("Invalid scope. Required: custom_tag_mappings:read");
  }

  @Test
  void aLiveKeyWithoutWorkspacesReadCannotSayWhoseItIs() {
    Instantly narrow = Box.SHARED.scoped("campaigns:read");

    assertThat(narrow.get("workspaces/current").message()).startsWith("Invalid scope.");
    assertThat(narrow.get("campaigns?limit=1").status()).isEqualTo(200);
  }
}
