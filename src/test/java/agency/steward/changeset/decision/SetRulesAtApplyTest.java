package agency.steward.changeset.decision;

import static agency.steward.testing.Asking.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import agency.steward.changeset.guard.FreezeWindow;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.guard.Limits;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules for a whole set are judged when it is planned, and again when it is to go. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class SetRulesAtApplyTest {
  private static final String ADMIN = "agency-admin";
  private static final Limits NARROW = new Limits(Optional.empty(), 1, 0);

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Rejudging rejudging;
  @Inject DecisionStore store;
  @Inject Clock clock;
  @Inject WhenAllowed allowed;

  private final String ann = "ann-" + UUID.randomUUID();
  private final String eve = "eve-" + UUID.randomUUID();

  private Tenant tenant() {
    return Tenant.of(registered, "zoe admin", "bob view", "cyd view", "dan editor");
  }

  private Asked removing(Tenant tenant) {
    return planned(body(tenant));
  }

  private static String body(Tenant tenant) {
    return Asked.spec("remove", "{\"emails\":[\"bob@x.example\",\"cyd@x.example\"]}", tenant);
  }

  private Asked planned(String body) {
    return Asked.planned(ann, Asked.json(Asked.as(ann, ADMIN), body), ADMIN);
  }

  /** From now on, for the rest of the test. */
  private void limits(GuardConfig limits) {
    QuarkusMock.installMockForInstance(new Rejudging(store, limits, clock), rejudging);
  }

  private GuardConfig frozen() {
    Instant now = clock.instant();
    return new Limits(
        Optional.of(List.of(new FreezeWindow(now.minusSeconds(1), now.plus(Duration.ofHours(1))))));
  }

  private Response lift(Asked set, String rule) {
    return set.approve(
        eve,
        "agency-approver",
        ",\"override\":[\"%s\"],\"reason\":\"agreed with the client\"".formatted(rule));
  }

  private Asked going(Tenant tenant) {
    Asked set = removing(tenant);
    set.apply().then().statusCode(202);
    return set;
  }

  private void assertThatItIsDone(Asked set) {
    work.workOff();
    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(set.rows("result")).containsExactly("applied", "applied");
  }

  @Test
  void aBudgetThatHasBecomeNarrowerStopsWhatWasPlannedBefore() {
    Tenant tenant = tenant();
    Asked set = removing(tenant);
    assertThat(set.view().getString("guard.verdict")).isEqualTo("clear");
    limits(NARROW);
    problem(set.apply(), 409, "GUARD_VIOLATED")
        .body("violations[0].rule", equalTo("BUDGET_WORKSPACE"))
        .body("violations[0].limit", equalTo(1))
        .body("violations[0].found", equalTo(2))
        .body("violations[0].seqs", equalTo(List.of(1, 2)));
    work.workOff();
    assertThat(tenant.writes()).isEmpty();
    lift(set, "BUDGET_WORKSPACE").then().statusCode(200);
    set.apply().then().statusCode(202);
    assertThatItIsDone(set);
  }

  @Test
  void theShareIsThatOfThePeopleWhoWereSeen() {
    Asked set = removing(tenant());
    limits(new Limits(Optional.empty(), 0, 50));
    set.apply().then().statusCode(202);
    assertThatItIsDone(set);
  }

  @Test
  void whatItMindedWhenItWasPlannedCountsAlsoUnderWiderLimits() {
    Tenant tenant =
        Tenant.of(registered, "zoe admin", "a view", "b view", "c view", "d view", "e view");
    String people =
        "{\"emails\":[\"a@x.example\",\"b@x.example\",\"c@x.example\",\"d@x.example\"]}";
    Asked set =
        Asked.planned(
            ann, Asked.json(Asked.as(ann, ADMIN), Asked.spec("remove", people, tenant)), ADMIN);
    limits(new Limits(Optional.empty(), 100, 100));
    problem(set.apply(), 409, "GUARD_VIOLATED")
        .body("violations.rule", equalTo(List.of("BUDGET_WORKSPACE")));
  }

  @Test
  void whatWasHeldIsJudgedAgainBeforeItGoesOn() {
    Asked set = going(tenant());
    set.post("/pause").then().statusCode(202);
    limits(NARROW);
    problem(set.post("/resume"), 409, "GUARD_VIOLATED")
        .body("violations[0].rule", equalTo("BUDGET_WORKSPACE"));
    problem(lift(set, "LAST_ADMIN"), 422, "VALIDATION_FAILED");
    lift(set, "BUDGET_WORKSPACE").then().statusCode(200).body("state", equalTo("paused"));
    set.post("/resume").then().statusCode(202).body("state", equalTo("running"));
    assertThatItIsDone(set);
  }

  @Test
  void whatWasMadeBeforeItWasHeldCountsToo() {
    Tenant tenant = tenant();
    work.workOff();
    Asked set = going(tenant);
    work.taken(set.id(), tenant.workspace()).intends().makesOne().givesUp();
    set.post("/pause").then().statusCode(202);
    limits(NARROW);
    problem(set.post("/resume"), 409, "GUARD_VIOLATED")
        .body("violations[0].rule", equalTo("BUDGET_WORKSPACE"))
        .body("violations[0].found", equalTo(2));
    assertThat(set.rows("result")).containsExactly("applied", "pending");
  }

  @Test
  void nothingIsAppliedWhileItIsFrozen() {
    Asked set = removing(tenant());
    limits(frozen());
    problem(set.apply(), 409, "GUARD_VIOLATED")
        .body("violations.rule", equalTo(List.of("FREEZE_WINDOW")));
    lift(set, "FREEZE_WINDOW").then().statusCode(200);
    set.apply().then().statusCode(202);
    assertThatItIsDone(set);
  }

  @Test
  void whatShallGoByItselfGoesWhenTheFreezeIsOver() {
    limits(frozen());
    Asked set = planned(body(tenant()).replaceFirst("}$", ",\"apply\":\"when_allowed\"}"));
    allowed.go();
    assertThat(set.view().getString("state")).isEqualTo("planned");
    limits(Limits.USUAL);
    allowed.go();
    assertThat(set.view().getString("state")).isEqualTo("running");
    assertThatItIsDone(set);
  }

  @Test
  void aFreezeThatBeginsMeanwhileHoldsItUntilSomebodyLetsItGoOn() {
    Tenant tenant = tenant();
    Asked set = going(tenant);
    limits(frozen());
    work.workOff();
    assertThat(set.view().getString("state")).isEqualTo("paused");
    assertThat(set.rows("result")).containsOnly("pending");
    assertThat(tenant.writes()).isEmpty();
    problem(set.post("/resume"), 409, "GUARD_VIOLATED")
        .body("violations[0].rule", equalTo("FREEZE_WINDOW"));
    limits(Limits.USUAL);
    set.post("/resume").then().statusCode(202);
    assertThatItIsDone(set);
  }

  @Test
  void aSecondPersonLetsItGoOnDuringTheFreeze() {
    Asked set = going(tenant());
    limits(frozen());
    work.workOff();
    lift(set, "FREEZE_WINDOW").then().statusCode(200).body("state", equalTo("paused"));
    set.post("/resume").then().statusCode(202);
    assertThatItIsDone(set);
  }
}
