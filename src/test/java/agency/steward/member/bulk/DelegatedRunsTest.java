package agency.steward.member.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.instantly.Quotas;
import agency.steward.member.Tenant;
import agency.steward.testing.GroupLinks;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import agency.steward.workspace.Workspace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets over workspaces that are reached through the agency's own. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class DelegatedRunsTest {
  private static final String ADMIN = "agency-admin";
  private static final String ONE = "/workspace-members/{id}";
  private static final String PROMOTION = "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}";

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Quotas quotas;

  private final String ann = "ann-" + UUID.randomUUID();
  private SandboxWorkspace agency;
  private Workspace admin;

  @BeforeEach
  void anAgencyHasAWorkspaceOfItsOwn() {
    agency = SandboxControl.workspace(Tenant.seed("zoe admin", "bob view"));
    admin = registered.workspace(agency.id(), agency.apiKey());
  }

  private Tenant sub(String... people) {
    SandboxWorkspace client = SandboxControl.workspace(Tenant.seed(people));
    GroupLinks.join(agency, client);
    return new Tenant(client, registered.delegated(client.id(), admin));
  }

  private Asked planned(String kind, String spec, Tenant... tenants) {
    return Asked.planned(
        ann, Asked.json(Asked.as(ann, ADMIN), Asked.spec(kind, spec, tenants)), ADMIN);
  }

  private Asked done(Asked set) {
    set.apply().then().statusCode(202);
    work.workOff();
    return set;
  }

  /** What the sandbox was sent for it, and what was done in the agency's own workspace. */
  private static List<SandboxCall> writes(List<SandboxCall> calls) {
    return calls.stream()
        .filter(call -> !call.method().equals("GET"))
        .filter(call -> !call.path().contains("workspace-group-members"))
        .toList();
  }

  private List<SandboxCall> allWrites() {
    return writes(SandboxControl.journal(agency.id()));
  }

  private void ignoreHeader(Tenant of, String match) {
    SandboxControl.behaviour(
        "{\"workspace_id\":\"%s\"%s,\"ignore_as_workspace\":true}"
            .formatted(of.sandbox().id(), match));
  }

  /** As it is in the agency's own workspace, which no set was about. */
  private void assertThatTheAgencysOwnPeopleAreUntouched() {
    var own = new Tenant(agency, admin);
    assertThat(own.role("bob")).isEqualTo("view");
    assertThat(own.role("zoe")).isEqualTo("admin");
    assertThat(own.id("new")).isNull();
  }

  @Test
  void everyCallRunsAsTheSubWorkspaceWithTheAdminsKey() {
    Tenant one = sub("zoe admin", "bob view");
    Tenant two = sub("zoe admin", "bob view");

    Asked set = done(planned("role_change", PROMOTION, one, two));

    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(set.rows("verified")).containsOnly(true);
    assertThat(allWrites()).allMatch(call -> call.workspaceId().equals(agency.id()));
    assertThat(allWrites().stream().map(SandboxCall::asWorkspace))
        .containsExactlyInAnyOrder(one.sandbox().id(), two.sandbox().id());
    assertThatTheAgencysOwnPeopleAreUntouched();
    Asked undo = done(Asked.planned(ann, set.post("/undo"), ADMIN));
    assertThat(undo.view().getString("state")).isEqualTo("succeeded");
    assertThat(one.role("bob")).isEqualTo("view");
  }

  /** Whose of both Instantly takes is documented nowhere (facts.md 2). */
  @Test
  void everyCallOfALaneIsTakenFromTheQuotaOfTheSubAndOfTheAdmin() {
    Tenant one = sub("zoe admin", "bob view");
    Tenant two = sub("zoe admin", "bob view");
    Asked set = planned("role_change", PROMOTION, one, two);
    long ofAdmin = quotas.bulk(admin);
    long ofOne = quotas.bulk(one.workspace());
    long ofTwo = quotas.bulk(two.workspace());

    done(set);

    ofOne = quotas.bulk(one.workspace()) - ofOne;
    ofTwo = quotas.bulk(two.workspace()) - ofTwo;
    assertThat(set.rows("result")).containsOnly("applied");
    assertThat(ofOne).isGreaterThan(1);
    assertThat(ofTwo).isGreaterThan(1);
    assertThat(quotas.bulk(admin) - ofAdmin).isEqualTo(ofOne + ofTwo);
  }

  /** What stands in the agency's own list looks as if everything were done. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "role_change; {\"emails\":[\"bob@x.example\"],\"role\":\"view\"}",
        "remove; {\"emails\":[\"cyd@x.example\"]}"
      })
  void accident25_nobodyIsSatisfiedByTheListOfTheWrongWorkspace(String kind, String spec) {
    Tenant ill = sub("zoe admin", "bob editor", "cyd view");
    Asked set = planned(kind, spec, ill);
    ignoreHeader(ill, "");

    done(set);

    assertThat(set.rows("result")).containsExactly("blocked_guard");
    assertThat(set.view().getList("guard.violations.rule")).containsExactly("IDENTITY_UNPROVEN");
    assertThat(allWrites()).isEmpty();
  }

  @Test
  void accident25_anIgnoredHeaderWritesNothingAnywhereWhenASetIsPlanned() {
    Tenant ill = sub("zoe admin", "bob view");
    Tenant well = sub("zoe admin", "bob view");
    ignoreHeader(ill, "");

    Asked set = done(planned("role_change", PROMOTION, ill, well));

    assertThat(set.rows("result")).containsExactlyInAnyOrder("blocked_guard", "applied");
    assertThat(set.view().getList("guard.violations.rule")).containsExactly("IDENTITY_UNPROVEN");
    assertThat(allWrites().stream().map(SandboxCall::asWorkspace))
        .containsExactly(well.sandbox().id());
    assertThatTheAgencysOwnPeopleAreUntouched();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "role_change; {\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}",
        "remove; {\"emails\":[\"bob@x.example\"]}",
        "profile_change; {\"emails\":[\"bob@x.example\"],\"profile\":\"sdr\"}",
        "invite; {\"emails\":[\"new@x.example\"],\"role\":\"view\"}"
      })
  void accident25_anIgnoredHeaderWritesNothingAnywhereWhenASetIsApplied(String kind, String spec) {
    Tenant ill = sub("zoe admin", "bob view");
    Asked set = planned(kind, spec, ill);
    ignoreHeader(ill, "");

    done(set);

    assertThat(set.rows("result")).containsExactly("blocked_guard");
    assertThat(allWrites()).isEmpty();
    assertThatTheAgencysOwnPeopleAreUntouched();
  }

  /** Everything that is read is right; only the write itself goes astray. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "PATCH; role_change; {\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}",
        "DELETE; remove; {\"emails\":[\"bob@x.example\"]}"
      })
  void accident25_aHeaderIgnoredInTheMiddleChangesNothingAnywhere(
      String method, String kind, String spec) {
    Tenant ill = sub("zoe admin", "bob view");
    Asked set = planned(kind, spec, ill);
    ignoreHeader(ill, ",\"match\":{\"method\":\"%s\",\"path\":\"%s\"}".formatted(method, ONE));

    done(set);

    assertThat(set.rows("result")).containsExactly("failed");
    assertThat(set.rows("problem.code")).containsExactly("NOT_FOUND_IN_WORKSPACE");
    assertThat(set.rows("found.role")).containsExactly("view");
    assertThat(allWrites()).noneMatch(call -> call.status() < 400);
    assertThat(ill.role("bob")).isEqualTo("view");
    assertThatTheAgencysOwnPeopleAreUntouched();
  }

  @Test
  void accident25_aReplicaThatInheritsRowsBelievesNoWrongWorkspaceEither() {
    Tenant ill = sub("zoe admin", "bob view");
    Asked set = planned("remove", "{\"emails\":[\"bob@x.example\"]}", ill);
    work.workOff();
    set.apply().then().statusCode(202);
    work.taken(set.id(), ill.workspace()).intends().dies();
    ignoreHeader(ill, "");

    work.workOff();

    assertThat(set.rows("result")).doesNotContain("applied", "already_satisfied");
    assertThat(allWrites()).isEmpty();
    assertThatTheAgencysOwnPeopleAreUntouched();
  }

  @Test
  void aLinkThatEndsClosesTheLanesOfItsSubOnly() {
    Tenant ill = sub("zoe admin", "bob view");
    Tenant well = sub("zoe admin", "bob view");
    Asked set = planned("role_change", PROMOTION, ill, well);
    String link =
        ill.admin()
            .get("/v1/workspaces/" + ill.workspace().id() + "/group-admin")
            .path("workspace_group_member_id");
    GroupLinks.end(agency, link);

    done(set);

    assertThat(set.rows("result")).containsExactlyInAnyOrder("not_attempted", "applied");
    assertThat(set.rows("problem.code")).contains("GROUP_LINK_NOT_ACCEPTED");
    assertThatTheAgencysOwnPeopleAreUntouched();
  }
}
