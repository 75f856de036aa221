package agency.steward.member.bulk;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import agency.steward.changeset.SharedGround;
import agency.steward.changeset.attempt.QuickSleeper;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.lease.Lease;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.Result;
import agency.steward.member.Tenant;
import agency.steward.testing.Granted;
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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class RunsOverHttpTest {
  private static final String ADMIN = "agency-admin";
  private static final String ONE = "/workspace-members/{id}";
  private static final String ALL = "/workspace-members";

  @Inject Registered registered;
  @Inject Granted granted;
  @Inject LaneWork work;
  @Inject QuickSleeper sleeper;
  @Inject Leases leases;

  private final String ann = "ann-" + UUID.randomUUID();
  private final String eve = "eve-" + UUID.randomUUID();

  private Tenant tenant(String... people) {
    return Tenant.of(registered, people);
  }

  private Asked planned(String kind, String spec, Tenant... tenants) {
    return Asked.planned(
        ann, Asked.json(Asked.as(ann, ADMIN), Asked.spec(kind, spec, tenants)), ADMIN);
  }

  private Asked removing(Tenant... tenants) {
    return planned("remove", "{\"emails\":[\"bob@x.example\"]}", tenants);
  }

  private Asked promoting(Tenant... tenants) {
    return planned("role_change", "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}", tenants);
  }

  private Asked done(Asked set) {
    set.apply().then().statusCode(202);
    work.workOff();
    return set;
  }

  private Response approve(Asked set, String more) {
    return set.approve(eve, "agency-approver", more);
  }

  @Test
  void aSetIsAppliedReadBackAndCounted() {
    Tenant one = tenant("zoe admin", "bob view");
    Tenant two = tenant("zoe admin", "bob view", "cyd view");

    Asked set = done(promoting(one, two));

    var view = set.view();
    assertThat(view.getString("state")).isEqualTo("succeeded");
    assertThat(view.getMap("counts.by_result")).isEqualTo(Map.of("applied", 2));
    assertThat(view.getString("finished_at")).isNotNull();
    assertThat(set.rows("verified")).containsOnly(true);
    assertThat(set.rows("attempts")).containsOnly(1);
    assertThat(one.role("bob")).isEqualTo("editor");
    assertThat(two.role("bob")).isEqualTo("editor");
    assertThat(two.role("cyd")).isEqualTo("view");
    assertThat(one.writes()).hasSize(1);
  }

  @Test
  void applyingAgainIsTheSameOperation() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = done(promoting(tenant));

    set.apply().then().statusCode(202).body("state", equalTo("succeeded"));
    work.workOff();

    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void manyRowsOfOneWorkspaceCostFewReads() {
    String[] people =
        Stream.concat(
                Stream.of("zoe admin"), IntStream.range(0, 40).mapToObj(i -> "p" + i + " view"))
            .toArray(String[]::new);
    Tenant tenant = tenant(people);
    Asked set = planned("role_change", "{\"all_with_role\":\"view\",\"role\":\"editor\"}", tenant);
    approve(set, "").then().statusCode(200).body("state", equalTo("approved"));
    int before = tenant.calls().size();

    done(set);

    assertThat(set.view().getMap("counts.by_result")).isEqualTo(Map.of("applied", 40));
    assertThat(tenant.callsAfter(before).stream().filter(call -> call.startsWith("GET")))
        .hasSizeLessThanOrEqualTo(3);
    assertThat(tenant.calls()).noneMatch(SandboxCall::limited);
  }

  @Test
  void aListOfSeveralPagesIsWorkedThroughPageByPage() {
    String[] people =
        Stream.concat(
                Stream.of("zoe admin"), IntStream.range(0, 230).mapToObj(i -> "p" + i + " view"))
            .toArray(String[]::new);
    Tenant tenant = tenant(people);
    Asked set = planned("role_change", "{\"all_with_role\":\"view\",\"role\":\"editor\"}", tenant);
    approve(set, "").then().statusCode(200);

    done(set);

    assertThat(set.view().getMap("counts.by_result")).isEqualTo(Map.of("applied", 230));
    assertThat(tenant.writes().stream().filter(call -> !call.limited()).map(SandboxCall::path))
        .hasSize(230)
        .doesNotHaveDuplicates();
  }

  @Test
  void removalsAndInvitationsAreMadeToo() {
    Tenant tenant = tenant("zoe admin", "bob view", "cyd view pending");

    Asked gone =
        done(planned("remove", "{\"emails\":[\"bob@x.example\",\"cyd@x.example\"]}", tenant));
    Asked come =
        done(planned("invite", "{\"emails\":[\"new@x.example\"],\"role\":\"view\"}", tenant));

    assertThat(gone.rows("result")).containsOnly("applied");
    assertThat(come.rows("result")).containsOnly("applied");
    assertThat(tenant.id("bob")).isNull();
    assertThat(tenant.id("cyd")).isNull();
    assertThat(tenant.role("new")).isEqualTo("view");
  }

  @Test
  void anotherProfileMeansANewInvitation() {
    Tenant tenant = tenant("zoe admin", "bob editor");
    String before = tenant.id("bob");
    Asked set =
        planned("profile_change", "{\"emails\":[\"bob@x.example\"],\"profile\":\"sdr\"}", tenant);

    done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.id("bob")).isNotNull().isNotEqualTo(before);
  }

  @Test
  void accident02_oneWorkspaceThatFailsEndsNothingElse() {
    Tenant ill = tenant("zoe admin", "bob view");
    Tenant well = tenant("zoe admin", "bob view");
    Asked set = removing(ill, well);
    ill.behave("DELETE", ONE, "\"fail\":{\"status\":500}");

    done(set);

    assertThat(set.view().getString("state")).isEqualTo("partially_succeeded");
    assertThat(set.rows("result")).containsExactlyInAnyOrder("failed", "applied");
    assertThat(well.id("bob")).isNull();
  }

  @Test
  void accident05_aYesThatChangedNothingIsNotApplied() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    tenant.behave("PATCH", ONE, "\"accept_without_effect\":true");

    done(set);

    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(set.rows("result")).containsExactly("failed");
    assertThat(set.rows("problem.code")).containsExactly("WRITE_NOT_EFFECTIVE");
    assertThat(set.rows("found.role")).containsExactly("view");
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void whatDidNotShowAtOnceAndCouldNotBeLookedAtAgainIsUnknown() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    tenant.behave("PATCH", ONE, "\"accept_without_effect\":true");
    sleeper.meanwhile(() -> tenant.behave("GET", ALL, "\"fail\":{\"status\":400}"));

    done(set);

    assertThat(set.rows("result")).containsExactly("unknown");
    assertThat(tenant.writes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"APPLIED, partially_succeeded", "UNKNOWN, failed"})
  void aRowOfWhichNobodyKnowsWhatBecameIsNoSuccess(Result other, String state) {
    Tenant one = tenant("zoe admin", "bob view");
    Tenant two = tenant("zoe admin", "bob view");
    Asked set = promoting(one, two);
    work.workOff();
    set.apply().then().statusCode(202);
    List<LaneWork.Other> lanes = work.taken(List.of(one.workspace(), two.workspace()));

    lanes.getFirst().intends().says(Result.UNKNOWN);
    lanes.getLast().intends().says(other);
    lanes.forEach(LaneWork.Other::goesOn);

    assertThat(set.view().getString("state")).isEqualTo(state);
  }

  @Test
  void anErrorAfterTheEffectIsFoundToHaveBeenASuccess() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    tenant.behave("PATCH", ONE, "\"drop_after_write\":true");

    done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void accident08_whatSomebodyElseHasChangedSaysPlannedFromWantedAndFound() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    tenant.patch("bob", "{\"role\":\"admin\"}").then().statusCode(200);

    done(set);

    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(set.rows("result")).containsExactly("skipped_stale");
    assertThat(set.rows("before.role")).containsExactly("view");
    assertThat(set.rows("after.role")).containsExactly("editor");
    assertThat(set.rows("found.role")).containsExactly("admin");
    assertThat(set.rows("found.instantly_workspace_id")).containsExactly(tenant.sandbox().id());
    assertThat(set.rows("found.workspace_id")).containsOnlyNulls();
    assertThat(tenant.role("bob")).isEqualTo("admin");
  }

  @Test
  void whoHasGoneMeanwhileIsStaleAndWhoWasToGoIsSatisfied() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked promotion = promoting(tenant);
    Asked removal = removing(tenant);
    tenant.remove("bob").then().statusCode(204);

    done(promotion);
    done(removal);

    assertThat(promotion.rows("result")).containsExactly("skipped_stale");
    assertThat(removal.rows("result")).containsExactly("already_satisfied");
    assertThat(removal.view().getString("state")).isEqualTo("succeeded");
  }

  @Test
  void aDeadKeyClosesTheLaneOnce() {
    Tenant tenant = tenant("zoe admin", "bob view", "cyd view", "dan view");
    Asked set = planned("role_change", "{\"all_with_role\":\"view\",\"role\":\"editor\"}", tenant);
    SandboxControl.patch(tenant.sandbox().id(), "{\"plan_active\":false}");
    int before = tenant.calls().size();

    done(set);

    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(set.rows("result")).containsOnly("not_attempted");
    assertThat(set.rows("problem.code")).containsOnly("WORKSPACE_PLAN_INACTIVE");
    assertThat(tenant.writes()).isEmpty();
    assertThat(tenant.callsAfter(before)).hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void accident04_halfAListIsNotActedOn() {
    String[] people =
        Stream.concat(
                Stream.of("zoe admin", "bob view"),
                IntStream.range(0, 10).mapToObj(i -> "p" + i + " editor"))
            .toArray(String[]::new);
    Tenant tenant = tenant(people);
    Asked set = promoting(tenant);
    tenant.behave("GET", ALL, "\"list_only_part\":0.5");

    done(set);

    assertThat(set.rows("result")).containsExactly("blocked_guard");
    assertThat(set.view().getList("guard.violations.rule")).containsExactly("LIST_SHRANK");
    assertThat(tenant.writes()).isEmpty();
  }

  /**
   * There it looks as if everything were done; and an empty list has nobody who says whose it is.
   */
  @Test
  void accident06_aKeyThatLeadsElsewhereByNowEndsTheRowsAndSatisfiesNobody() {
    Tenant one = tenant("zoe admin", "bob view");
    Tenant two = tenant("zoe admin", "bob view");
    SandboxWorkspace other = SandboxControl.workspace(Tenant.seed("zoe admin", "bob editor"));
    SandboxWorkspace empty = SandboxControl.workspace(Tenant.seed("zoe admin"));
    new Tenant(empty, two.workspace()).behave("GET", ALL, "\"list_only_part\":0");
    Asked change = promoting(one);
    Asked removal = removing(two);
    registered.keyExchanged(one.workspace(), other.apiKey());
    registered.keyExchanged(two.workspace(), empty.apiKey());

    done(change);
    done(removal);

    for (Asked set : List.of(change, removal)) {
      assertThat(set.rows("result")).containsExactly("blocked_guard");
      assertThat(set.view().getList("guard.violations.rule")).containsExactly("IDENTITY_UNPROVEN");
    }
    assertThat(
            Stream.of(one.sandbox(), two.sandbox(), other, empty)
                .flatMap(each -> SandboxControl.journal(each.id()).stream())
                .filter(call -> !call.method().equals("GET")))
        .isEmpty();
  }

  @Test
  void accident07_anotherPlanThanTheApprovedOneIsNotApplied() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    String old = set.digest();
    approve(set, "").then().statusCode(200);
    set.refresh().then().statusCode(200).body("digest", equalTo(old)).body("changed", hasSize(0));
    assertThat(set.view().getList("approvals")).hasSize(1);
    assertThat(set.view().getString("state")).isEqualTo("approved");
    tenant.patch("bob", "{\"nickname\":\"Bobby\"}").then().statusCode(200);

    set.refresh().then().statusCode(200).body("changed", hasSize(1));

    assertThat(set.view().getList("approvals")).isEmpty();
    assertThat(set.view().getString("state")).isEqualTo("planned");
    problem(set.apply(old), 409, "PLAN_DIGEST_MISMATCH");
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void aRuleThatWasLiftedStaysLiftedWhereARefreshFindsTheSame() {
    Tenant tenant = tenant("olga owner", "bob admin", "cyd view");
    Asked set = removing(tenant);
    String lift = ",\"override\":[\"LAST_ADMIN\"],\"reason\":\"the client takes over\"";
    approve(set, lift).then().statusCode(200).body("counts.by_result.pending", equalTo(1));

    set.refresh().then().statusCode(200).body("changed", hasSize(0));
    assertThat(set.rows("result")).containsExactly("pending");
    assertThat(set.view().getInt("required_approvals")).isEqualTo(1);

    tenant.patch("bob", "{\"nickname\":\"Bobby\"}").then().statusCode(200);
    set.refresh().then().statusCode(200).body("changed", hasSize(1));
    assertThat(set.rows("result")).containsExactly("blocked_guard");
    approve(set, lift)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("digest", equalTo(set.digest()))
        .body("counts.by_result.pending", equalTo(1))
        .body("approvals[0].overrides", equalTo(List.of("LAST_ADMIN")));
    done(set);
    assertThat(tenant.id("bob")).isNull();
  }

  @Test
  void whatIsDelicateNeedsAnotherPerson() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set =
        planned("role_change", "{\"emails\":[\"bob@x.example\"],\"role\":\"admin\"}", tenant);
    String digest = "{\"digest\":\"" + set.digest() + "\"}";

    problem(set.apply(), 409, "APPROVAL_REQUIRED");
    problem(Asked.as(ann, ADMIN).body(digest).post(set.path("/approve")), 403, "SELF_APPROVAL");
    problem(
        Asked.as(eve, "agency-approver")
            .body("{\"digest\":\"sha256:x\"}")
            .post(set.path("/approve")),
        409,
        "PLAN_DIGEST_MISMATCH");
    approve(set, "").then().statusCode(200);
    approve(set, "").then().statusCode(200).body("approvals", hasSize(1));
    done(set);

    assertThat(tenant.role("bob")).isEqualTo("admin");
  }

  @Test
  void aViolatedBudgetTakesAnOverrideWithAReason() {
    String[] people =
        Stream.concat(
                Stream.of("zoe admin"), IntStream.range(0, 8).mapToObj(i -> "p" + i + " editor"))
            .toArray(String[]::new);
    Tenant tenant = tenant(people);
    Asked set = planned("role_change", "{\"all_with_role\":\"editor\",\"role\":\"view\"}", tenant);

    problem(set.apply(), 409, "GUARD_VIOLATED")
        .body("violations[0].rule", equalTo("BUDGET_WORKSPACE"));
    Asked.as(eve, "agency-approver")
        .get(Asked.PATH + "?awaiting_me=true&workspace_id=" + tenant.workspace().id())
        .then()
        .body("items.id", equalTo(List.of(set.id())));
    problem(approve(set, ",\"override\":[\"BUDGET_WORKSPACE\"]"), 422, "VALIDATION_FAILED");
    problem(approve(set, ",\"override\":[\"NONSENSE\"],\"reason\":\"x\""), 422, "VALIDATION_FAILED")
        .body("errors[0].detail", endsWith("Can be lifted: BUDGET_WORKSPACE"));
    approve(set, ",\"override\":[\"BUDGET_WORKSPACE\"],\"reason\":\"end of contract\"")
        .then()
        .statusCode(200)
        .body("guard.verdict", equalTo("clear"))
        .body("approvals[0].overrides", equalTo(List.of("BUDGET_WORKSPACE")));
    done(set);

    assertThat(set.view().getString("state")).isEqualTo("succeeded");
  }

  @Test
  void theLastAdminGoesOnlyWhereASecondPersonLiftsTheRule() {
    Tenant tenant = tenant("olga owner", "bob admin", "cyd view");
    Asked set = removing(tenant);
    assertThat(set.rows("result")).containsExactly("blocked_guard");
    assertThat(set.view().getString("guard.verdict")).isEqualTo("rows_blocked");

    approve(set, ",\"override\":[\"LAST_ADMIN\"],\"reason\":\"the client takes over\"")
        .then()
        .statusCode(200)
        .body("counts.by_result.pending", equalTo(1))
        .body("guard.verdict", equalTo("clear"))
        .body("guard.violations.rule", equalTo(List.of("LAST_ADMIN")))
        .body("required_approvals", equalTo(1));
    done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.id("bob")).isNull();
  }

  @Test
  void theOwnerGoesNever() {
    Tenant tenant = tenant("bob owner", "cyd admin");
    Asked set = removing(tenant);

    problem(
        approve(set, ",\"override\":[\"OWNER_PROTECTED\"],\"reason\":\"x\""),
        422,
        "VALIDATION_FAILED");
    done(set);

    assertThat(set.rows("result")).containsExactly("blocked_guard");
    assertThat(set.view().getString("state")).isEqualTo("failed");
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void accident24_twoSetsTakingTheLastTwoAdminsLeaveOne() {
    Tenant tenant = tenant("olga owner", "ann admin", "bob admin");
    Asked one = planned("remove", "{\"emails\":[\"ann@x.example\"]}", tenant);
    Asked two = planned("remove", "{\"emails\":[\"bob@x.example\"]}", tenant);
    one.apply().then().statusCode(202);
    two.apply().then().statusCode(202);

    work.workOff();

    assertThat(Stream.concat(one.rows("result").stream(), two.rows("result").stream()))
        .containsExactlyInAnyOrder("applied", "blocked_guard");
  }

  @Test
  void accident24_whoMayHaveBeenDemotedIsNotTheAdminWhoStays() {
    Tenant tenant = tenant("olga owner", "ann admin", "bob admin");
    Asked demotion =
        planned("role_change", "{\"emails\":[\"ann@x.example\"],\"role\":\"view\"}", tenant);
    tenant.behave("PATCH", ONE, "\"accept_without_effect\":true");
    sleeper.meanwhile(() -> tenant.behave("GET", ONE, "\"fail\":{\"status\":400}"));
    done(demotion);
    tenant.behaveWell("GET", ONE);

    Asked removal = done(removing(tenant));

    assertThat(demotion.rows("result")).containsExactly("unknown");
    assertThat(removal.rows("result")).containsExactly("blocked_guard");
    assertThat(removal.view().getList("guard.violations.rule")).containsExactly("LAST_ADMIN");
    assertThat(tenant.id("bob")).isNotNull();
  }

  @Test
  void whatIsRejectedStaysUndone() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);

    Asked.as(eve, "agency-approver")
        .body("{\"reason\":\"no\"}")
        .post(set.path("/reject"))
        .then()
        .statusCode(200)
        .body("state", equalTo("rejected"))
        .body("counts.by_result.cancelled", equalTo(1));

    problem(set.apply(), 409, "CHANGE_SET_STATE");
    problem(approve(set, ""), 409, "CHANGE_SET_STATE");
  }

  @Test
  void whatIsHeldGoesOnLaterAndWhatIsCancelledDoesNot() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    set.apply().then().statusCode(202);

    set.post("/pause").then().statusCode(202).body("state", equalTo("paused"));
    work.workOff();
    assertThat(tenant.writes()).isEmpty();
    set.post("/resume").then().statusCode(202).body("state", equalTo("running"));
    set.post("/cancel").then().statusCode(202).body("state", equalTo("cancelled"));
    work.workOff();

    assertThat(tenant.writes()).isEmpty();
    assertThat(set.rows("result")).containsExactly("cancelled");
    problem(set.post("/resume"), 409, "CHANGE_SET_STATE");
  }

  @Test
  void whatWasInFlightAndComesBackUnsentIsCancelledWithTheOthers() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    work.workOff();
    set.apply().then().statusCode(202);
    LaneWork.Other lane = work.taken(set.id(), tenant.workspace()).intends();
    set.post("/cancel").then().statusCode(202).body("state", equalTo("cancelling"));

    lane.takesBack();
    lane.goesOn();

    assertThat(tenant.writes()).isEmpty();
    assertThat(set.rows("result")).containsExactly("cancelled");
    assertThat(set.view().getString("state")).isEqualTo("cancelled");
    assertThat(told(set)).contains("event: change\nid: 1\n").contains("\"result\":\"cancelled\"");
    Asked.as(ann, ADMIN).get("/v1/ledger/verify").then().body("ok", equalTo(true));
  }

  @Test
  void aSetThatWasLeftCancellingWithRowsThatNobodyBeginsEndsByItself() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    set.apply().then().statusCode(202);
    set.post("/cancel").then().statusCode(202);
    work.leftCancelling(set.id());

    work.tidies();

    assertThat(set.rows("result")).containsExactly("cancelled");
    assertThat(set.view().getString("state")).isEqualTo("cancelled");
    assertThat(told(set)).contains("event: done\n").contains("\"result\":\"cancelled\"");
    assertThat(tenant.writes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"APPLIED, succeeded", "FAILED, failed"})
  void aSetThatACancellationTakesNothingFromEndsAsItWouldHaveEnded(Result made, String state) {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    work.workOff();
    set.apply().then().statusCode(202);
    LaneWork.Other lane = work.taken(set.id(), tenant.workspace()).intends();
    set.post("/cancel").then().statusCode(202).body("state", equalTo("cancelling"));

    lane.says(made);
    lane.goesOn();

    assertThat(set.view().getString("state")).isEqualTo(state);
  }

  @Test
  void whoFollowsASetIsToldOfEachRowThatACancellationHasTakenAway() {
    Asked set =
        planned(
            "role_change",
            "{\"all_with_role\":\"view\",\"role\":\"editor\"}",
            tenant("zoe admin", "bob view", "cyd view"));
    set.apply().then().statusCode(202);

    set.post("/cancel").then().statusCode(202).body("state", equalTo("cancelled"));

    assertThat(told(set))
        .contains("event: change\nid: 1\n", "event: change\nid: 2\n", "event: done\nid: 2\n");
  }

  private String told(Asked set) {
    return Asked.as(ann, ADMIN).header("Last-Event-ID", "0").get(set.path("/events")).asString();
  }

  @Test
  void whatIsHeldIsOverOnceNoRowIsLeft() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);
    work.workOff();
    set.apply().then().statusCode(202);
    work.taken(set.id(), tenant.workspace()).intends().sends().dies();
    set.post("/pause").then().statusCode(202).body("state", equalTo("paused"));

    work.workOff();

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(set.view().getString("state")).isEqualTo("succeeded");
  }

  @Test
  void aSetThatShallGoByItselfGoesOnceNothingStandsInItsWay() {
    Tenant tenant = tenant("zoe admin", "bob view");
    String body =
        Asked.spec("role_change", "{\"emails\":[\"bob@x.example\"],\"role\":\"admin\"}", tenant)
            .replaceFirst("}$", ",\"apply\":\"when_allowed\"}");
    Asked set = Asked.planned(ann, Asked.json(Asked.as(ann, ADMIN), body), ADMIN);
    assertThat(set.view().getString("state")).isEqualTo("planned");

    approve(set, "").then().statusCode(200).body("state", equalTo("running"));
    work.workOff();

    assertThat(tenant.role("bob")).isEqualTo("admin");
  }

  @Test
  void undoTakesBackWhatIsStillAsItWasLeft() {
    Tenant one = tenant("zoe admin", "bob view");
    Tenant two = tenant("zoe admin", "bob view");
    Tenant three = tenant("zoe admin", "bob view");
    Asked set = done(promoting(one, two, three));
    two.patch("bob", "{\"role\":\"admin\"}").then().statusCode(200);
    three.patch("bob", "{\"role\":\"view\"}").then().statusCode(200);
    Response answer = set.post("/undo?wait=PT30S");

    answer
        .then()
        .statusCode(201)
        .body("undo_of", equalTo(set.id()))
        .body("coverage.ok", equalTo(3))
        .body(
            "counts.by_result",
            equalTo(Map.of("pending", 1, "skipped_stale", 1, "already_satisfied", 1)));
    Asked undo = done(Asked.planned(ann, answer, ADMIN));
    assertThat(undo.view().getString("state")).isEqualTo("partially_succeeded");
    assertThat(undo.rows("subject")).containsOnly("bob@x.example").hasSize(3);
    assertThat(undo.rows("findAll { it.result == 'skipped_stale' }.found.role"))
        .containsExactly("admin");
    assertThat(undo.rows("findAll { it.result == 'skipped_stale' }.before.role"))
        .containsExactly("editor");
    assertThat(undo.rows("findAll { it.result == 'skipped_stale' }.problem.code"))
        .containsExactly("PLAN_STALE");
    problem(undo.post("/retry-failed?wait=soon"), 400, "INVALID_PARAMETER");
    problem(undo.post("/retry-failed?wait=PT30S"), 409, "CHANGE_SET_STATE");
    problem(undo.post("/undo?wait=soon"), 400, "INVALID_PARAMETER");
    assertThat(one.role("bob")).isEqualTo("view");
    assertThat(two.role("bob")).isEqualTo("admin");
    assertThat(set.view().getString("undone_by")).isEqualTo(undo.id());
    Asked again = done(Asked.planned(ann, undo.post("/undo?wait=PT30S"), ADMIN));
    assertThat(again.view().getString("state")).isEqualTo("succeeded");
    assertThat(one.role("bob")).isEqualTo("editor");
  }

  @Test
  void whatCannotBeTakenBackSaysSo() {
    Tenant tenant = tenant("zoe admin", "bob view pending");
    Asked set = done(planned("reinvite", "{\"emails\":[\"bob@x.example\"]}", tenant));
    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(set.rows("reversibility")).containsExactly("irreversible");
    problem(set.post("/undo?wait=PT30S"), 409, "NOT_REVERSIBLE");
  }

  @Test
  void whatNobodyKnowsAWayBackFromIsShownBesideWhatGoesBack() {
    Tenant one = tenant("zoe admin", "bob view", "cyd view");
    Tenant two = tenant("zoe admin", "bob view");
    String spec = "{\"emails\":[\"bob@x.example\",\"cyd@x.example\"],\"role\":\"editor\"}";
    Asked set = done(planned("role_change", spec, one, two));
    work.forgotten(set.id(), "bob@x.example");

    Asked undo = Asked.planned(ann, set.post("/undo"), ADMIN);

    assertThat(undo.rows("findAll { it.result == 'pending' }.subject"))
        .containsExactly("cyd@x.example");
    assertThat(undo.rows("findAll { it.result == 'not_attempted' }.subject"))
        .containsExactly("bob@x.example", "bob@x.example");
    assertThat(undo.rows("findAll { it.result == 'not_attempted' }.problem.code"))
        .containsOnly("NOT_REVERSIBLE");
    work.forgotten(set.id(), "cyd@x.example");
    problem(set.post("/undo"), 409, "NOT_REVERSIBLE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"role_change|\"role\":\"view\"", "profile_change|\"profile\":\"sdr\""})
  void nobodyTakesBackWhatTheyCouldNotAskForAnew(String kind, String as) {
    SandboxWorkspace client = SandboxControl.workspace(Tenant.seed("cyd admin"));
    SandboxWorkspace agency =
        SandboxControl.workspace(
            "{\"group_admin_of\":[\"%s\"],\"members\":[{\"email\":\"zoe@x.example\",\"role\":\"admin\"},{\"email\":\"bob@x.example\",\"role\":\"admin\"}]}"
                .formatted(client.id()));
    Tenant admin = new Tenant(agency, registered.workspace(agency.id(), agency.apiKey()));
    Workspace sub = registered.delegated(client.id(), admin.workspace());
    Asked set = done(planned(kind, "{\"emails\":[\"bob@x.example\"],%s}".formatted(as), admin));
    assertThat(set.rows("result")).containsExactly("applied");
    String gus = "gus-" + UUID.randomUUID();
    granted.in("sub:" + gus, "admin", admin.workspace());

    problem(Asked.as(gus).post(set.path("/undo")), 403, "PRIVILEGE_CEILING");
    granted.in("sub:" + gus, "admin", sub);
    Asked.as(gus).post(set.path("/undo")).then().statusCode(201);
  }

  @Test
  void aRemovalIsUndoneByANewInvitation() {
    Tenant tenant = tenant("zoe admin", "bob editor");
    Asked set = done(removing(tenant));
    assertThat(set.rows("reversibility")).containsExactly("reinvite");

    Asked undo = done(Asked.planned(ann, set.post("/undo?wait=PT30S"), ADMIN));

    assertThat(undo.view().getString("kind")).isEqualTo("invite");
    assertThat(tenant.role("bob")).isEqualTo("editor");
  }

  @Test
  void whatFailedIsPlannedAgain() {
    Tenant ill = tenant("zoe admin", "bob view");
    Tenant well = tenant("zoe admin", "bob view");
    Asked set = removing(ill, well);
    ill.behave("DELETE", ONE, "\"fail\":{\"status\":500}");
    done(set);
    ill.behaveWell("DELETE", ONE);

    Response answer = set.post("/retry-failed?wait=PT30S");

    answer.then().statusCode(201).body("counts.total", equalTo(1));
    done(Asked.planned(ann, answer, ADMIN));
    assertThat(ill.id("bob")).isNull();
    problem(
        Asked.planned(ann, answer, ADMIN).post("/retry-failed?wait=PT30S"),
        409,
        "CHANGE_SET_STATE");
  }

  @Test
  void aTargetThatCouldNotBeReadIsReadAgainByARetry() {
    Tenant ill = tenant("zoe admin", "bob view");
    ill.behave("GET", ALL, "\"fail\":{\"status\":500}");
    Asked set = removing(ill);
    done(set);
    assertThat(set.view().getString("state")).isEqualTo("failed");
    ill.behaveWell("GET", ALL);

    Asked again = Asked.planned(ann, set.post("/retry-failed?wait=PT30S"), ADMIN);

    assertThat(again.rows("result")).containsExactly("pending");
  }

  @Test
  void aSubjectThatIsBeingChangedByAnotherSetIsWaitedFor() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked one = promoting(tenant);
    Asked two =
        planned("role_change", "{\"emails\":[\"bob@x.example\"],\"role\":\"editor\"}", tenant);
    one.apply().then().statusCode(202);
    two.apply().then().statusCode(202);

    work.workOff();

    assertThat(one.rows("result")).containsExactly("applied");
    assertThat(two.rows("result")).containsExactly("already_satisfied");
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void accident24_aSetTakesNoAdminAwayWhileSomebodyElseDoes() {
    Tenant tenant = tenant("zoe admin", "bob admin");
    Asked set = Asked.going(ann, "remove", "{\"emails\":[\"bob@x.example\"]}", tenant);
    Lease held =
        leases
            .take(tenant.workspace().id(), SharedGround.ADMINS, Duration.ofMinutes(1))
            .orElseThrow();

    work.workOff();
    assertThat(tenant.writes()).isEmpty();
    leases.giveBack(held);
    work.rested(set.id());
    work.workOff();

    assertThat(set.rows("result")).containsExactly("applied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/approve",
        "/reject",
        "/apply",
        "/refresh",
        "/pause",
        "/resume",
        "/cancel",
        "/undo",
        "/retry-failed"
      })
  void anAuditorDecidesNothing(String what) {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);

    problem(Asked.as("aud", "agency-auditor").body("{}").post(set.path(what)), 403, "FORBIDDEN");
    problem(
        Asked.as(ann, ADMIN).body("{}").post(Asked.PATH + "/" + UUID.randomUUID() + what),
        404,
        "NOT_FOUND");
  }

  @Test
  void somebodyElseMayNotApplyWhatIsNotTheirs() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = promoting(tenant);

    problem(
        Asked.as("bot", "agency-automation")
            .body("{\"digest\":\"" + set.digest() + "\"}")
            .post(set.path("/apply")),
        403,
        "FORBIDDEN");
  }

  @Test
  void everyStepStandsInTheLedger() {
    Tenant tenant = tenant("zoe admin", "bob view");
    Asked set = done(promoting(tenant));

    List<String> actions =
        Asked.as(ann, ADMIN)
            .get("/v1/ledger?workspace_id=" + tenant.workspace().id())
            .then()
            .extract()
            .path("items.findAll { it.change_set_id == '%s' }.action".formatted(set.id()));

    assertThat(actions).containsExactly("member.role_change", "member.role_change");
    Asked.as(ann, ADMIN).get("/v1/ledger/verify").then().body("ok", equalTo(true));
  }

  @Test
  void aSetCanBeFollowedAndWhoComesBackGoesOnWhereTheyWere() {
    Tenant tenant = tenant("zoe admin", "bob view", "cyd view");
    Asked set =
        done(planned("role_change", "{\"all_with_role\":\"view\",\"role\":\"editor\"}", tenant));

    String fromNow =
        Asked.as(ann, ADMIN).get(set.path("/events")).then().statusCode(200).extract().asString();
    String fromStart =
        Asked.as(ann, ADMIN).header("Last-Event-ID", "0").get(set.path("/events")).asString();
    String fromOne =
        Asked.as(ann, ADMIN).header("Last-Event-ID", "1").get(set.path("/events")).asString();

    assertThat(fromNow).contains("event: snapshot\nid: 2\n").contains("event: done\nid: 2\n");
    assertThat(fromNow).doesNotContain("event: change");
    assertThat(fromStart)
        .contains(
            "event: change\nid: 1\n", "event: change\nid: 2\n", "event: progress", "event: done")
        .doesNotContain("event: snapshot");
    assertThat(fromOne).contains("event: change\nid: 2\n").doesNotContain("event: change\nid: 1\n");
    problem(Asked.as("nobody").get(set.path("/events")), 404, "NOT_FOUND");
  }

  @Test
  void whoWaitsInVainIsToldHowTheSetIsAfterwards() {
    Asked set = promoting(tenant("zoe admin", "bob view"));
    String before = set.view().getString("expires_at");
    sleeper.meanwhile(() -> set.refresh().then().statusCode(200));

    String told =
        set.asker().get(set.path("?wait=PT2S")).then().statusCode(200).extract().path("expires_at");

    assertThat(told).isNotEqualTo(before).isEqualTo(set.view().getString("expires_at"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3", "-1", "99999999999999999999", "zoe"})
  void whoComesBackFromWhereTheSetHasNeverBeenBeginsAnew(String elsewhere) {
    Asked set =
        done(
            planned(
                "role_change",
                "{\"all_with_role\":\"view\",\"role\":\"editor\"}",
                tenant("zoe admin", "bob view", "cyd view")));

    String told =
        Asked.as(ann, ADMIN).header("Last-Event-ID", elsewhere).get(set.path("/events")).asString();

    assertThat(told).contains("event: snapshot\nid: 2\n").contains("event: done\nid: 2\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/refresh",
        "/pause",
        "/resume",
        "/cancel",
        "/undo",
        "/retry-failed",
        "/apply",
        "/approve",
        "/reject"
      })
  void whatNobodyKnowsOrHasLeftOutIsRefused(String what) {
    Asked set = promoting(tenant("zoe admin", "bob view"));

    problem(
        Asked.as(eve, ADMIN).body("{}").post(set.path(what) + "?surprise=1"),
        400,
        "UNKNOWN_PARAMETER");
    if (List.of("/apply", "/approve", "/reject").contains(what)) {
      problem(Asked.as(eve, ADMIN).body("{}").post(set.path(what)), 422, "VALIDATION_FAILED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/events?surprise=1", "?wait=soon", "?wait=PT2M", "/changes?format=xml"})
  void whatIsReadWronglyIsRefused(String what) {
    Asked set = promoting(tenant("zoe admin", "bob view"));

    assertThat(Asked.as(ann, ADMIN).get(set.path(what)).statusCode()).isEqualTo(400);
    problem(Asked.as(ann, ADMIN).get("/v1/guard-policy?surprise=1"), 400, "UNKNOWN_PARAMETER");
  }

  @Test
  void theGuardPolicyIsShown() {
    Asked.as("anybody")
        .get("/v1/guard-policy")
        .then()
        .statusCode(200)
        .body("budget_workspace.rows", equalTo(3))
        .body("approvals.free_rows", equalTo(25))
        .body("list_shrank.believed_after", notNullValue());
  }
}
