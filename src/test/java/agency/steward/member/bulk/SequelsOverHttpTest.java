package agency.steward.member.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.attempt.QuickSleeper;
import agency.steward.changeset.decision.Going;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.settle.Settling;
import agency.steward.member.Tenant;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes after a plan or a set: planned again, tried again, taken back. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class SequelsOverHttpTest {
  private static final String ADMIN = "agency-admin";
  private static final String ALL = "/workspace-members";
  private static final String PROMOTION = "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}";
  private static final String APPOINTMENT = "{\"emails\":[\"bob@x.example\"],\"role\":\"admin\"}";

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Going going;
  @Inject Settling settling;
  @Inject Looks looks;
  @Inject QuickSleeper sleeper;

  private final String ann = "ann-" + UUID.randomUUID();
  private final String eve = "eve-" + UUID.randomUUID();

  private Tenant tenant(String... people) {
    return Tenant.of(registered, people);
  }

  private Asked planned(String spec, Tenant... tenants) {
    return Asked.byAdmin(ann, "role_change", spec, tenants);
  }

  private Asked sequel(Asked set, String what) {
    return Asked.planned(ann, set.post("/" + what + "?wait=PT30S"), ADMIN);
  }

  private Asked done(Asked set) {
    set.apply().then().statusCode(202);
    work.workOff();
    return set;
  }

  private Response approve(Asked set, String more) {
    return set.approve(eve, ADMIN, more);
  }

  @Test
  void aRetryOfAnUndoGoesBackWhereTheUndoCouldNotRead() {
    Tenant ill = tenant("zoe admin", "bob view");
    Tenant well = tenant("zoe admin", "bob view");
    Asked set = done(planned(PROMOTION, ill, well));
    ill.behave("GET", ALL, "\"fail\":{\"status\":500}");
    Asked undo = done(sequel(set, "undo"));
    assertThat(undo.rows("result")).containsExactlyInAnyOrder("not_attempted", "applied");
    ill.behaveWell("GET", ALL);

    Asked retry = sequel(undo, "retry-failed");

    assertThat(retry.rows("result")).containsExactly("pending");
    assertThat(retry.view().getString("undo_of")).isEqualTo(set.id());
    done(retry);
    assertThat(List.of(ill.role("bob"), well.role("bob"))).containsOnly("view");
  }

  @Test
  void whomOthersChangeOnceTheyWereTakenBackIsNotTakenBackByARetryOfTheUndo() {
    Tenant ill = tenant("zoe admin", "bob view");
    Tenant well = tenant("zoe admin", "bob view", "cyd view");
    Asked undo = undoneButForTheIllAndCyd(ill, well);
    assertThat(undo.rows("result"))
        .containsExactlyInAnyOrder("not_attempted", "applied", "skipped_stale");
    promote(well, "bob", "editor");
    promote(well, "cyd", "editor");

    Asked inVain = done(sequel(undo, "retry-failed"));
    assertThat(inVain.rows("result")).containsExactlyInAnyOrder("not_attempted", "applied");
    ill.behaveWell("GET", ALL);
    done(sequel(inVain, "retry-failed"));

    assertThat(List.of(ill.role("bob"), well.role("cyd"))).containsOnly("view");
    assertThat(well.role("bob")).isEqualTo("editor");
  }

  @Test
  void whereARetryOfAnUndoCouldNotReadItsRetryTakesBackNoMoreThanIt() {
    Tenant ill = tenant("zoe admin", "bob view");
    Tenant well = tenant("zoe admin", "bob view", "cyd view");
    Asked undo = undoneButForTheIllAndCyd(ill, well);
    promote(well, "bob", "editor");
    promote(well, "cyd", "editor");
    well.behave("GET", ALL, "\"fail\":{\"status\":500}");
    Asked inVain = done(sequel(undo, "retry-failed"));
    assertThat(inVain.rows("result")).containsExactly("not_attempted", "not_attempted");
    ill.behaveWell("GET", ALL);
    well.behaveWell("GET", ALL);

    Asked retry = done(sequel(inVain, "retry-failed"));

    assertThat(retry.rows("subject")).containsExactlyInAnyOrder("bob@x.example", "cyd@x.example");
    assertThat(List.of(ill.role("bob"), well.role("cyd"))).containsOnly("view");
    assertThat(well.role("bob")).isEqualTo("editor");
  }

  /** The ill one cannot be read, and others change Cyd meanwhile. */
  private Asked undoneButForTheIllAndCyd(Tenant ill, Tenant well) {
    String both = "{\"emails\":[\"bob@x.example\",\"cyd@x.example\"],\"role\":\"editor\"}";
    Asked set = done(planned(both, ill, well));
    ill.behave("GET", ALL, "\"fail\":{\"status\":500}");
    Asked undo = sequel(set, "undo");
    promote(well, "cyd", "admin");
    return done(undo);
  }

  private static void promote(Tenant tenant, String person, String role) {
    tenant.patch(person, "{\"role\":\"" + role + "\"}").then().statusCode(200);
  }

  @Test
  void whomOthersHaveInvitedAgainSinceStaysWhereAnInvitationIsUndone() {
    Tenant tenant = tenant("zoe admin");
    String bob = "\"bob@x.example\"";
    Asked set =
        done(
            Asked.byAdmin(
                ann, "invite", "{\"emails\":[%s],\"role\":\"view\"}".formatted(bob), tenant));
    tenant.remove("bob").then().statusCode(204);
    tenant.invite("{\"email\":%s,\"role\":\"view\"}".formatted(bob)).then().statusCode(201);

    Asked undo = sequel(set, "undo");

    assertThat(undo.rows("result")).containsExactly("not_attempted");
    assertThat(undo.rows("problem.code")).containsExactly("NOT_REVERSIBLE");
    done(undo);
    assertThat(tenant.role("bob")).isEqualTo("view");
  }

  @Test
  void whoIsNotInATargetIsNoRowOfARetryEither() {
    Tenant ill = tenant("zoe admin");
    Tenant well = tenant("zoe admin", "bob view");
    ill.behave("GET", ALL, "\"fail\":{\"status\":500}");
    Asked set = done(planned(PROMOTION, ill, well));
    Asked inVain = done(sequel(set, "retry-failed"));
    assertThat(inVain.rows("result")).containsExactly("not_attempted");
    ill.behaveWell("GET", ALL);

    Asked retry = done(sequel(inVain, "retry-failed"));

    assertThat(retry.rows("seq")).isEmpty();
    assertThat(retry.view().getString("state")).isEqualTo("succeeded");
  }

  @Test
  void whoRetriesASetOfWhichRowsAreBlockedIsNotToldThatNothingIsLeft() {
    Tenant blocked = tenant("zoe admin");
    Asked last = done(Asked.byAdmin(ann, "remove", "{\"emails\":[\"zoe@x.example\"]}", blocked));
    Asked all = done(planned(PROMOTION, tenant("zoe admin", "bob view")));

    problem(last.post("/retry-failed"), 409, "CHANGE_SET_STATE")
        .body("detail", containsString("Rows that are blocked_guard are not tried again"));
    problem(all.post("/retry-failed"), 409, "CHANGE_SET_STATE")
        .body("detail", equalTo("Nothing of it is left to be done."));
  }

  @Test
  void accident07_aPlanThatExpiresAndComesOutIdenticalIsStillApproved() {
    Asked set = planned(APPOINTMENT, tenant("zoe admin", "bob view"));
    approve(set, "").then().statusCode(200).body("state", equalTo("approved"));
    work.expired(set.id());
    going.expire();
    assertThat(set.view().getString("state")).isEqualTo("expired");

    set.refresh().then().statusCode(200);

    assertThat(set.view().getString("state")).isEqualTo("approved");
    set.apply().then().statusCode(202);
  }

  @Test
  void aPlanThatIsTooOldIsDecidedOfNoMoreAlsoBeforeAnybodyHasSaidSo() {
    Asked young = planned(PROMOTION, tenant("zoe admin", "bob view"));
    Asked set = planned(PROMOTION, tenant("zoe admin", "bob view"));
    work.expired(set.id());

    problem(approve(set, ""), 410, "PLAN_EXPIRED");
    problem(set.apply(), 410, "PLAN_EXPIRED");
    going.expire();
    problem(set.apply(), 410, "PLAN_EXPIRED");
    approve(young, "").then().statusCode(200);
  }

  @Test
  void aPlanThatWasNotApprovedIsNotSoOnceItIsPlannedAgain() {
    Asked set = planned(PROMOTION, tenant("zoe admin", "bob view"));

    set.refresh().then().statusCode(200);

    assertThat(set.view().getString("state")).isEqualTo("planned");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\ud800b", "LONG"})
  void aReasonThatCannotBeKeptIsRefused(String reason) {
    Asked set = planned(PROMOTION, tenant("zoe admin", "bob view"));
    String why = reason.replace("LONG", "x".repeat(1_001));

    problem(approve(set, ",\"reason\":\"" + why + "\""), 422, "VALIDATION_FAILED");
    problem(
        Asked.as(eve, ADMIN).body("{\"reason\":\"" + why + "\"}").post(set.path("/reject")),
        422,
        "VALIDATION_FAILED");
    assertThat(set.view().getString("state")).isEqualTo("planned");
  }

  @Test
  void whoLiftsARuleTwiceHasLiftedItOnce() {
    Asked set =
        Asked.byAdmin(
            ann, "remove", "{\"emails\":[\"zoe@x.example\"]}", tenant("zoe admin", "bob view"));
    String lifted = ",\"override\":[\"LAST_ADMIN\",\"LAST_ADMIN\"],\"reason\":\"they close\"";
    approve(set, lifted).then().statusCode(200);

    approve(set, lifted).then().statusCode(200);

    assertThat(set.view().getList("approvals.overrides")).containsExactly(List.of("LAST_ADMIN"));
    assertThat(set.view().getMap("counts.by_result")).isEqualTo(Map.of("pending", 1));
  }

  @Test
  void aSetThatIsOverHasNothingLeftThoughNobodyKnowsOfARow() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = planned(PROMOTION, tenant);
    tenant.behave("PATCH", ALL + "/{id}", "\"accept_without_effect\":true");
    sleeper.meanwhile(() -> tenant.behave("GET", ALL, "\"fail\":{\"status\":400}"));
    tenant.behave("GET", ALL + "/{id}", "\"fail\":{\"status\":400}");
    done(set);
    assertThat(set.view().getInt("estimate.upstream_calls")).isPositive();
    assertThat(set.<String>rows("problem.detail").getFirst()).contains("goes on looking");

    settling.settle(set.id(), looks, Duration.ofMinutes(20));

    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(set.rows("result")).containsExactly("unknown");
    assertThat(set.view().getInt("estimate.upstream_calls")).isZero();
    assertThat(set.<String>rows("problem.detail").getFirst()).contains("looks no longer");
  }
}
