package agency.steward.apikey.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OverprivilegeTest {
  private static final List<String> SINGLE = List.of("create", "read", "update", "delete");

  @Provide
  Arbitrary<List<String>> scopes() {
    var all = new ArrayList<>(Catalogue.all());
    all.add("supersearch_enrichments:all");
    all.add("something_new:read");
    return Arbitraries.of(all).list().ofMaxSize(8);
  }

  /** What a key may do at all, action by action. */
  private static Set<String> may(List<String> scopes) {
    var may = new TreeSet<String>();
    for (String resource : Catalogue.resources()) {
      for (String action : SINGLE) {
        String one = resource + ":" + action;
        if (Catalogue.has(one)
            && List.of(one, resource + ":all", "all:" + action, "all:all").stream()
                .anyMatch(scopes::contains)) {
          may.add(one);
        }
      }
    }
    return may;
  }

  private static boolean isHarmless(String scope) {
    return Reason.of(Scope.of(scope)).isEmpty();
  }

  @Property
  void whatWouldDoIsNotTooMuch(@ForAll("scopes") List<String> scopes) {
    assertThat(Overprivilege.of(Overprivilege.of(scopes, false).narrower(), false).isThere())
        .isFalse();
  }

  @Property
  void whatWouldDoAllowsEverythingHarmlessAndNothingMore(@ForAll("scopes") List<String> scopes) {
    Set<String> harmless = may(scopes);
    harmless.removeIf(scope -> !isHarmless(scope));

    assertThat(may(Overprivilege.of(scopes, false).narrower())).isEqualTo(harmless);
  }

  @Property
  void aKeyWithoutFaultKeepsWhatItHas(@ForAll("scopes") List<String> scopes) {
    Overprivilege too = Overprivilege.of(scopes, false);

    if (!too.isThere()) {
      assertThat(too.narrower()).isEqualTo(scopes.stream().distinct().toList());
    }
    assertThat(too.isThere()).isEqualTo(scopes.stream().anyMatch(scope -> !isHarmless(scope)));
  }

  @Example
  void eachScopeThatEscalatesHasItsReason() {
    assertReason("all_scopes", "all:all", "all:read", "all:create", "all:update", "all:delete");
    assertReason("api_keys", "api_keys:read", "api_keys:create", "api_keys:delete", "api_keys:all");
    assertReason("workspace_write", "workspaces:update", "workspaces:delete", "workspaces:all");
    assertReason(
        "workspace_members_write",
        "workspace_members:create",
        "workspace_members:update",
        "workspace_members:delete",
        "workspace_members:all");
    assertReason(
        "workspace_group_members_write",
        "workspace_group_members:create",
        "workspace_group_members:delete",
        "workspace_group_members:all");
    assertReason("security_tokens", "security_tokens:read", "security_tokens:all");
    assertReason("auth", "auth:read", "auth:all");
    assertReason("workspace_write", "workspaces:something_new");
  }

  private static void assertReason(String reason, String... scopes) {
    for (String scope : scopes) {
      assertThat(Overprivilege.of(List.of(scope), false).wire()).as(scope).containsExactly(reason);
    }
  }

  @Example
  void whatOnlyReadsOrWorksIsAsItShouldBe() {
    assertThat(
            Overprivilege.of(
                    List.of(
                        "campaigns:all",
                        "leads:all",
                        "workspaces:read",
                        "workspace_members:read",
                        "workspace_group_members:read",
                        "audit_logs:read",
                        "webhooks:all"),
                    false)
                .isThere())
        .isFalse();
  }

  @Example
  void theReachOfAGroupsAdminIsNoMatterOfScopes() {
    Overprivilege too = Overprivilege.of(List.of("leads:read"), true);

    assertThat(too.wire()).containsExactly("group_admin_reach");
    assertThat(too.isOfScopes()).isFalse();
  }

  @Example
  void readingEverythingIsReadingWhatIsHarmless() {
    assertThat(Overprivilege.of(List.of("all:read"), false).narrower())
        .contains("campaigns:read", "workspace_members:read", "email_verifications:read")
        .doesNotContain("api_keys:read", "auth:read", "security_tokens:read")
        .allMatch(scope -> scope.endsWith(":read"))
        .hasSize(32);
  }
}
