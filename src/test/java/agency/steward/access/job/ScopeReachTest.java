package agency.steward.access.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeReachTest {

  private static Profile builtIn(String name) {
    return new Profiles().find(name).orElseThrow();
  }

  private static Profile with(Map<Area, Set<Verb>> rights) {
    return new Profile("own", "view", List.of(), List.of(), rights);
  }

  @ParameterizedTest
  @CsvSource({
    "viewer,campaigns:read,true",
    "viewer,campaigns:update,false",
    "viewer,campaigns:all,false",
    "sdr,leads:create,true",
    "sdr,campaigns:update,false",
    "manager,campaigns:update,true",
    "manager,campaigns:delete,false",
    "manager,campaigns:all,false",
    "manager,workspaces:read,true",
    "manager,workspace_billing:read,true",
    "manager,audit_logs:read,true",
    "manager,workspace_members:read,true",
    "manager,workspace_members:create,false",
    "manager,api_keys:read,false",
    "admin,campaigns:all,true",
    "admin,lead_lists:all,true",
    "admin,custom_tag_mappings:all,true",
    "admin,workspace_members:all,true",
    "admin,workspace_group_members:delete,true",
    "admin,api_keys:all,true",
  })
  void aProfileReachesWhatItsRightsSay(String profile, String scope, boolean reached) {
    assertThat(ScopeReach.covers(List.of(builtIn(profile)), scope)).isEqualTo(reached);
  }

  /** They reach the transfer of the owner, which is agency-admin's alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "all:all",
        "all:read",
        "workspaces:update",
        "workspaces:delete",
        "workspaces:all",
        "auth:read",
        "security_tokens:all",
        "emails:read",
        "audit_logs:all",
        "nothing",
        "",
        ":",
        "campaigns:",
        "campaigns:fly"
      })
  void noProfileReachesWhatIsAgencyAdminsAlone(String scope) {
    assertThat(ScopeReach.covers(List.of(builtIn("admin")), scope)).isFalse();
  }

  @Test
  void allRightsInKeysAloneAreNotEnoughForAKeyThatMintsKeys() {
    Profile minter = with(Map.of(Area.API_KEYS, Area.API_KEYS.full()));

    for (String scope : List.of("api_keys:create", "api_keys:read", "api_keys:all")) {
      assertThat(ScopeReach.covers(List.of(minter), scope)).as(scope).isFalse();
    }
  }

  @Test
  void whoMayInviteButNotMakeAdminsGetsNoKeyThatMakesAdmins() {
    var rights = new EnumMap<Area, Set<Verb>>(Area.class);
    for (Area area : Area.values()) {
      rights.put(area, area.full());
    }
    rights.put(Area.PLAN, Set.of());

    assertThat(ScopeReach.covers(List.of(with(rights)), "workspace_members:create")).isFalse();
    assertThat(ScopeReach.covers(List.of(with(rights)), "workspace_members:read")).isTrue();
  }

  @Test
  void severalProfilesAddUp() {
    Profile sees = with(Map.of(Area.CAMPAIGNS, Set.of(Verb.VIEW, Verb.CREATE)));
    Profile edits = with(Map.of(Area.CAMPAIGNS, Set.of(Verb.EDIT, Verb.DELETE)));

    assertThat(ScopeReach.covers(List.of(sees, edits), "campaigns:all")).isTrue();
    assertThat(ScopeReach.covers(List.of(sees), "campaigns:all")).isFalse();
    assertThat(ScopeReach.covers(List.of(), "campaigns:read")).isFalse();
  }
}
