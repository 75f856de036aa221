package agency.steward.apikey.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.apikey.Tenant;
import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.lane.claim.LaneWork;
import agency.steward.changeset.settle.Settling;
import agency.steward.credential.Custody;
import agency.steward.credential.KeyPlace;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxControl;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.SandboxWorkspace;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replica dies, or Instantly says nothing, at every point of making a key among many. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class BulkAccidentsTest {
  private static final String ALL = "/api-keys";
  private static final String ONE = "/api-keys/{id}";
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration AFTER_DOUBT = Duration.ofMinutes(2);

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Settling settling;
  @Inject Looks looks;
  @Inject Custody custody;

  private KeySets sets;
  private Tenant tenant;

  @BeforeEach
  void somebodyAsks() {
    work.workOff();
    sets = KeySets.of(work);
    tenant = Tenant.of(registered, "zapier leads:read");
  }

  private LaneWork.Other other(Asked set) {
    return work.taken(set.id(), tenant.workspace());
  }

  private List<String> lookers() {
    return KeySets.ids(tenant, "looker");
  }

  private boolean isInVault(String id) {
    return custody.deliveries().has(new KeyPlace(tenant.workspace().id(), id));
  }

  private void inherited(Asked set, Duration later) {
    work.workOff();
    settling.settle(set.id(), looks, later);
  }

  /** That it can be said so is what recovery is for: one key and its value, or none. */
  private void assertThatTheOnlyKeyIs(Asked set, Optional<String> key) {
    assertThat(lookers()).isEqualTo(key.stream().toList());
    assertThat(set.rows("result")).containsExactly(key.isPresent() ? "applied" : "failed");
    assertThat(set.view().getString("state")).isEqualTo(key.isPresent() ? "succeeded" : "failed");
    key.ifPresent(id -> assertThat(isInVault(id)).isTrue());
    assertThat(KeySets.ids(tenant, "zapier")).hasSize(1);
  }

  @Test
  void accident09_aReplicaThatDiesBeforeTheIntentLeavesNothing() {
    Asked set = sets.started(sets.lookers(tenant));
    other(set).dies();

    inherited(set, SOON);

    assertThatTheOnlyKeyIs(set, Optional.of(lookers().getFirst()));
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void accident09_aReplicaThatDiesBeforeTheWriteLeavesNoKey() {
    Asked set = sets.started(sets.lookers(tenant));
    other(set).intends().dies();

    inherited(set, SOON);
    assertThat(set.rows("result")).containsExactly("unknown");
    assertThat(set.view().getString("state")).isEqualTo("running");
    settling.settle(set.id(), looks, AFTER_DOUBT);

    assertThatTheOnlyKeyIs(set, Optional.empty());
    assertThat(tenant.writes()).isEmpty();
  }

  @Test
  void accident09_aReplicaThatDiesBetweenTheKeyAndVaultLeavesNoOrphan() {
    Asked set = sets.started(sets.lookers(tenant));
    LaneWork.Other dying = other(set).intends();
    tenant.makeOnInstantly("looker", "leads:read"); // what it has sent; its value is lost with it
    dying.dies();

    inherited(set, SOON);

    assertThatTheOnlyKeyIs(set, Optional.empty());
    assertThat(set.<String>rows("problem.detail").getFirst()).contains("revoked again");
    Asked again = sets.done(sets.planned(set.post("/retry-failed")));
    assertThatTheOnlyKeyIs(again, Optional.of(lookers().getFirst()));
  }

  @Test
  void accident09_aReplicaThatDiesAfterVaultIsBelievedAndNotRepeated() {
    Asked set = sets.started(sets.lookers(tenant));
    other(set).intends().sends().dies();
    List<String> made = lookers();

    inherited(set, SOON);

    assertThatTheOnlyKeyIs(set, Optional.of(made.getFirst()));
    assertThat(set.<String>rows("vault_path").getFirst()).contains(made.getFirst());
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void accident09_aReplicaThatWasOnlyAsleepMakesNoSecondKey() {
    Asked set = sets.started(sets.lookers(tenant));
    LaneWork.Other asleep = other(set);
    asleep.dies();
    work.workOff();

    asleep.goesOn();

    assertThatTheOnlyKeyIs(set, Optional.of(lookers().getFirst()));
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void accident09_aKeyWhoseAnswerWasLostIsRevokedAgain() {
    Asked set = sets.lookers(tenant);
    tenant.behave("POST", ALL, "\"drop_after_write\":true");
    sets.done(set);
    assertThat(set.rows("result")).containsExactly("unknown");
    assertThat(lookers()).hasSize(1);

    settling.settle(set.id(), looks, SOON);

    assertThatTheOnlyKeyIs(set, Optional.empty());
  }

  @Test
  void accident09_aKeyThatInstantlyNeverSaidAnythingOfIsNotSentAgain() {
    Asked set = sets.lookers(tenant);
    tenant.behave("POST", ALL, "\"hang\":true");
    sets.done(set);
    assertThat(set.rows("result")).containsExactly("unknown");

    settling.settle(set.id(), looks, AFTER_DOUBT);

    assertThatTheOnlyKeyIs(set, Optional.empty());
    assertThat(tenant.writes()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void accident06_theKeyOfAnotherWorkspaceMakesAndRevokesNothing() {
    SandboxWorkspace mine = SandboxControl.workspace();
    Tenant mixed = new Tenant(mine, registered.workspace(mine.id(), tenant.sandbox().apiKey()));

    for (Asked set : List.of(sets.lookers(mixed), sets.revoking("zapier", mixed))) {
      assertThat(set.view().getList("guard.violations.rule")).containsExactly("IDENTITY_UNPROVEN");
      sets.done(set);
      assertThat(set.rows("result")).containsExactly("blocked_guard");
    }
    assertThat(tenant.writes()).isEmpty();
    assertThat(KeySets.ids(tenant, "zapier")).hasSize(1);
  }

  @Test
  void accident05_aKeyThatIsNotThereAfterAYesIsNotApplied() {
    Asked set = sets.lookers(tenant);
    tenant.behave("POST", ALL, "\"accept_without_effect\":true");

    sets.done(set);

    assertThatTheOnlyKeyIs(set, Optional.empty());
    assertThat(set.rows("problem.code")).containsExactly("WRITE_NOT_EFFECTIVE");
    assertThat(set.<String>rows("vault_path")).containsOnlyNulls();
  }

  @Test
  void accident05_aRevokedKeyThatIsStillThereIsNotRevoked() {
    Asked set = sets.revoking("zapier", tenant);
    tenant.behave("DELETE", ONE, "\"accept_without_effect\":true");

    sets.done(set);

    assertThat(set.rows("result")).containsExactly("failed");
    assertThat(set.rows("problem.code")).containsExactly("WRITE_NOT_EFFECTIVE");
  }

  @Test
  void aRevocationWhoseAnswerWasLostIsFoundToHaveBeenOne() {
    Asked set = sets.revoking("zapier", tenant);
    tenant.behave("DELETE", ONE, "\"drop_after_write\":true");

    sets.done(set);

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.writes()).hasSize(1);
  }

  @Test
  void aRevocationOfADeadReplicaIsMadeOnceMore() {
    Asked set = sets.started(sets.revoking("zapier", tenant));
    other(set).intends().dies();

    work.workOff();

    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(KeySets.ids(tenant, "zapier")).isEmpty();
  }

  @Test
  void accident29_aKeyOfThatNameThatCameAfterThePlanIsTheClients() {
    Asked set = sets.lookers(tenant);
    String clients = tenant.makeOnInstantly("looker", "leads:read");

    sets.done(set);

    assertThat(set.rows("result")).containsExactly("skipped_stale");
    assertThat(lookers()).containsExactly(clients);
    assertThat(tenant.writes().stream().filter(call -> call.method().equals("DELETE"))).isEmpty();
  }

  @Test
  void accident29_aKeyThatAColleagueHasMadeThroughStewardMeanwhileIsTheirs() {
    Asked set = sets.started(sets.lookers(tenant));
    other(set).intends().dies();
    work.workOff();
    String theirs =
        tenant
            .make("{\"name\":\"looker\",\"scopes\":[\"leads:read\"]}")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    settling.settle(set.id(), looks, AFTER_DOUBT);

    assertThat(lookers()).containsExactly(theirs);
    assertThat(set.rows("result")).containsExactly("failed");
  }

  @Test
  void accident29_ofTwoKeysThatCouldBeTheLostOneNoneIsTouched() {
    Asked set = sets.started(sets.lookers(tenant));
    LaneWork.Other dying = other(set).intends();
    tenant.makeOnInstantly("looker", "leads:read");
    tenant.makeOnInstantly("looker", "leads:read");
    dying.dies();

    inherited(set, SOON);
    settling.settle(set.id(), looks, Duration.ofMinutes(20));

    assertThat(lookers()).hasSize(2);
    assertThat(set.rows("result")).containsExactly("unknown");
    assertThat(tenant.writes().stream().filter(call -> call.method().equals("DELETE"))).isEmpty();
  }

  @Test
  void accident29_aKeyOfThatNameWithOtherScopesIsLeftAloneByAnHeir() {
    Asked set = sets.started(sets.lookers(tenant));
    LaneWork.Other dying = other(set).intends();
    String clients = tenant.makeOnInstantly("looker", "leads:all");
    dying.dies();

    inherited(set, AFTER_DOUBT);

    assertThat(lookers()).containsExactly(clients);
    assertThat(set.rows("result")).containsExactly("failed");
  }
}
