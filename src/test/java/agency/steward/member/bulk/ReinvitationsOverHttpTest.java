package agency.steward.member.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.Tenant;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the removal and the new invitation a person is out; nobody is left there unseen. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class ReinvitationsOverHttpTest {
  private static final String ADMIN = "agency-admin";
  private static final String ALL = "/workspace-members";
  private static final String ONE = "/workspace-members/{id}";
  private static final String BOB = "{\"emails\":[\"bob@x.example\"]}";
  private static final String SDR = "{\"emails\":[\"bob@x.example\"],\"profile\":\"sdr\"}";

  @Inject Registered registered;
  @Inject LaneWork work;

  private final String ann = "ann-" + UUID.randomUUID();

  private Tenant tenant(String... people) {
    return Tenant.of(registered, people);
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

  private Asked again(Asked set) {
    return Asked.planned(ann, set.post("/retry-failed"), ADMIN);
  }

  private static List<String> permissions(Tenant tenant) {
    return tenant
        .admin()
        .get(tenant.path() + "?email=bob@x.example")
        .then()
        .extract()
        .path("items[0].permissions");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 403, 422, 500})
  void whoCouldNotBeInvitedAgainIsSaidToBeOutAndIsInvitedByARetry(int status) {
    Tenant tenant = tenant("zoe admin", "bob editor");
    Asked set = planned("profile_change", SDR, tenant);
    tenant.behave("POST", ALL, "\"fail\":{\"status\":%d}".formatted(status));

    done(set);

    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(set.rows("result")).containsExactly("failed");
    assertThat(set.rows("problem.code")).containsExactly("ENDED_HALFWAY");
    assertThat(set.rows("problem.detail").toString()).contains("is out of the workspace");
    assertThat(tenant.id("bob")).isNull();
    tenant.behaveWell("POST", ALL);

    Asked retry = again(set);

    assertThat(retry.view().getString("kind")).isEqualTo("profile_change");
    assertThat(retry.rows("action")).containsExactly("invite");
    done(retry);
    assertThat(retry.rows("result")).containsExactly("applied");
    assertThat(tenant.role("bob")).isEqualTo("editor");
    assertThat(permissions(tenant)).contains("unibox.all", "campaigns.view");
  }

  @Test
  void anotherProfileIsTakenBackAndTheRetryOfThatWantsTheSame() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = done(planned("profile_change", SDR, tenant));
    assertThat(set.rows("reversibility")).containsExactly("reinvite");
    assertThat(permissions(tenant)).contains("unibox.all");
    tenant.behave("DELETE", ONE, "\"fail\":{\"status\":500}");

    Asked undo = done(Asked.planned(ann, set.post("/undo?wait=PT30S"), ADMIN));

    assertThat(undo.view().getString("kind")).isEqualTo("profile_change");
    assertThat(undo.rows("result")).containsExactly("failed");
    tenant.behaveWell("DELETE", ONE);
    Asked retry = done(again(undo));
    assertThat(retry.rows("result")).containsExactly("applied");
    assertThat(tenant.role("bob")).isEqualTo("view");
    assertThat(permissions(tenant)).isNullOrEmpty();
  }

  @Test
  void aRetryThatFailsCanBeRetriedAndWhoIsBackMeanwhileIsSatisfied() {
    Tenant tenant = tenant("zoe admin", "bob view pending");
    Asked set = planned("reinvite", BOB, tenant);
    tenant.behave("POST", ALL, "\"fail\":{\"status\":500}");
    done(set);
    Asked retry = done(again(set));
    assertThat(retry.rows("problem.code")).containsExactly("UPSTREAM_ERROR");
    assertThat(retry.rows("problem.detail").toString()).contains("retry-failed");
    tenant.behaveWell("POST", ALL);

    Asked third = again(retry);
    assertThat(third.rows("result")).containsExactly("pending");
    tenant.invite("{\"email\":\"bob@x.example\",\"role\":\"view\"}").then().statusCode(201);

    assertThat(done(third).rows("result")).containsExactly("already_satisfied");
    assertThat(again(set).rows("result")).containsExactly("already_satisfied");
  }

  @Test
  void whereOneCannotBeInvitedAgainNobodyElseIsRemoved() {
    Tenant tenant = tenant("zoe admin", "bob view pending", "cyd view pending", "dan view pending");
    Tenant well = tenant("zoe admin", "bob view pending");
    Asked set =
        planned(
            "reinvite",
            "{\"emails\":[\"bob@x.example\",\"cyd@x.example\",\"dan@x.example\"]}",
            tenant,
            well);
    tenant.behave("POST", ALL, "\"fail\":{\"status\":402,\"message\":\"not in your plan\"}");

    done(set);

    assertThat(set.view().getMap("counts.by_result"))
        .containsOnlyKeys("failed", "not_attempted", "applied")
        .containsEntry("not_attempted", 2);
    assertThat(tenant.writes().stream().filter(call -> call.method().equals("DELETE"))).hasSize(1);
    tenant.behaveWell("POST", ALL);
    Asked retry = done(again(set));
    assertThat(retry.rows("action")).containsExactlyInAnyOrder("invite", "reinvite", "reinvite");
    assertThat(retry.view().getString("state")).isEqualTo("succeeded");
    for (String person : List.of("bob", "cyd", "dan")) {
      assertThat(tenant.role(person)).isEqualTo("view");
    }
  }

  @Test
  void aRemovalThatIsNeverAnsweredIsFollowedByTheInvitation() {
    Tenant tenant = tenant("zoe admin", "bob view pending");
    String before = tenant.id("bob");
    Asked set = planned("reinvite", BOB, tenant);
    tenant.behave("DELETE", ONE, "\"drop_after_write\":true");

    done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.id("bob")).isNotNull().isNotEqualTo(before);
    assertThat(tenant.writes()).hasSize(2);
  }

  @Test
  void anInvitationThatIsNeverAnsweredIsFoundAndNotSentAgain() {
    Tenant tenant = tenant("zoe admin", "bob view pending");
    Asked set = planned("reinvite", BOB, tenant);
    tenant.behave("POST", ALL, "\"drop_after_write\":true");

    done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.writes()).hasSize(2);
  }

  @Test
  void anHeirInvitesWhomTheDeadReplicaHasRemoved() {
    Tenant tenant = tenant("zoe admin", "bob editor");
    Asked set = planned("profile_change", SDR, tenant);
    diesBetweenTheCalls(tenant, set);

    work.workOff();

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(set.rows("attempts")).containsExactly(2);
    assertThat(tenant.role("bob")).isEqualTo("editor");
    assertThat(permissions(tenant)).contains("unibox.all");
    assertThat(tenant.writes()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/pause", "/cancel"})
  void anHeirInvitesThemAlsoWhereNothingNewIsBegun(String what) {
    Tenant tenant = tenant("zoe admin", "bob editor");
    Asked set = planned("profile_change", SDR, tenant);
    diesBetweenTheCalls(tenant, set);
    set.post(what).then().statusCode(202);

    work.workOff();

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(permissions(tenant)).contains("unibox.all");
  }

  private void diesBetweenTheCalls(Tenant tenant, Asked set) {
    work.workOff();
    set.apply().then().statusCode(202);
    LaneWork.Other other = work.taken(set.id(), tenant.workspace()).intends();
    given()
        .baseUri(SandboxResource.url())
        .header("Authorization", "Bearer " + tenant.sandbox().apiKey())
        .header("User-Agent", "a replica")
        .delete("/api/v2/workspace-members/" + tenant.id("bob"))
        .then()
        .statusCode(200);
    other.dies();
  }

  @Test
  void anHeirWhoCannotInviteSaysSoToo() {
    Tenant tenant = tenant("zoe admin", "bob view pending");
    Asked set = planned("reinvite", BOB, tenant);
    diesBetweenTheCalls(tenant, set);
    tenant.behave("POST", ALL, "\"fail\":{\"status\":403,\"message\":\"no\"}");

    work.workOff();

    assertThat(set.rows("problem.code")).containsExactly("ENDED_HALFWAY");
    assertThat(again(set).rows("action")).containsExactly("invite");
  }

  @Test
  void whoWasRemovedBySomebodyElseBeforeIsNotInvited() {
    Tenant tenant = tenant("zoe admin", "bob view pending");
    Asked set = planned("reinvite", BOB, tenant);
    tenant.remove("bob").then().statusCode(204);

    done(set);

    assertThat(set.rows("result")).containsExactly("skipped_stale");
    assertThat(again(set).rows("problem.code")).containsExactly("MEMBER_NOT_FOUND");
    assertThat(tenant.id("bob")).isNull();
  }
}
