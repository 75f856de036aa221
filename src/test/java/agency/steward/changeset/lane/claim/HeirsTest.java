package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.neighbour.Neighbours;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxCall;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replica dies between any two steps of a row, and another one goes on. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class HeirsTest {
  @Inject Registered registered;
  @Inject LaneWork work;

  private final String ann = "ann-" + UUID.randomUUID();
  private Tenant tenant;
  private Asked set;

  @BeforeEach
  void aSetIsGoing() {
    work.workOff();
    tenant = Tenant.of(registered, "ann admin", "bob view", "cyd view", "dan view");
    set =
        Asked.going(ann, "role_change", "{\"all_with_role\":\"view\",\"role\":\"editor\"}", tenant);
  }

  private LaneWork.Other other() {
    return work.taken(set.id(), tenant.workspace());
  }

  private void assertThatAllIsDoneOnce() {
    assertThat(set.view().getString("state")).isEqualTo("succeeded");
    assertThat(set.rows("result")).containsExactly("applied", "applied", "applied");
    assertThat(tenant.writes().stream().map(SandboxCall::path).distinct()).hasSize(3);
    for (String person : List.of("bob", "cyd", "dan")) {
      assertThat(tenant.role(person)).isEqualTo("editor");
    }
  }

  @Test
  void aReplicaThatDiesBeforeItHasBegunIsInherited() {
    other().dies();

    work.workOff();

    assertThatAllIsDoneOnce();
    assertThat(tenant.writes()).hasSize(3);
  }

  @Test
  void rowsThatWereIntendedAndNotSentAreSentOnce() {
    other().intends().dies();

    work.workOff();

    assertThatAllIsDoneOnce();
    assertThat(tenant.writes()).hasSize(3);
    assertThat(set.rows("attempts")).isEqualTo(List.of(2, 2, 2));
  }

  @Test
  void rowsThatWereSentAndNotRecordedAreReadBackAndNotSentAgain() {
    other().intends().sends().dies();

    work.workOff();

    assertThatAllIsDoneOnce();
    assertThat(tenant.writes()).hasSize(3);
    assertThat(set.rows("attempts")).isEqualTo(List.of(1, 1, 1));
  }

  @Test
  void whoeverWakesUpTooLateWritesNothing() {
    LaneWork.Other late = other();
    late.intends().dies();
    work.workOff();
    int before = tenant.writes().size();

    late.goesOn();

    assertThatAllIsDoneOnce();
    assertThat(tenant.writes()).hasSize(before);
  }

  @Test
  void whoeverWakesUpWhileTheHeirIsAtWorkWritesNothing() {
    LaneWork.Other late = other();
    late.dies();
    LaneWork.Other heir = other();

    late.goesOn();

    assertThat(tenant.writes()).isEmpty();
    heir.goesOn();
    assertThatAllIsDoneOnce();
    assertThat(tenant.writes()).hasSize(3);
  }

  @Test
  void oneThatHasEndedIsNotWaitedForLongerThanWhatItSentMayTake() {
    assumeThat(Neighbours.ofThisMachine().self()).isNotEmpty();
    LaneWork.Other dead = other().intends().sends().ends();

    work.look();

    assertThat(dead.left()).isLessThan(1.6);
    dead.dies();
    work.workOff();
    assertThatAllIsDoneOnce();
    assertThat(tenant.writes()).hasSize(3);
  }

  @Test
  void oneThatLivesKeepsItsLease() {
    LaneWork.Other busy = other();

    work.look();

    assertThat(busy.left()).isGreaterThan(10);
    busy.goesOn();
  }

  @Test
  void whoeverWakesUpTooLateDoesNotEvenRead() {
    LaneWork.Other late = other().isLate();
    int before = tenant.calls().size();

    late.goesOn();

    assertThat(tenant.calls()).hasSize(before);
    late.dies();
    work.workOff();
    assertThatAllIsDoneOnce();
  }

  @Test
  void whoeverHasLostTheLaneDoesNotLookWhatBecameOfARow() {
    LaneWork.Other late = other().intends().sends();
    assertThat(late.looks()).isPresent();
    int before = tenant.calls().size();

    late.isLate();

    assertThat(late.looks()).isEmpty();
    assertThat(tenant.calls()).hasSize(before);
    late.dies();
    work.workOff();
    assertThatAllIsDoneOnce();
  }

  @Test
  void whileOneReplicaWorksAnotherOneTakesNothing() {
    LaneWork.Other busy = other();

    work.workOff();

    assertThat(tenant.writes()).isEmpty();
    busy.goesOn();
    assertThatAllIsDoneOnce();
  }

  @Test
  void aRowThatIsMadeByItselfIsLeftToTheHeirWhereTheLeaseEndsBeforeItIsSent() {
    tenant = Tenant.of(registered, "ann admin", "eve admin");
    set =
        Asked.going(
            ann, "role_change", "{\"emails\":[\"eve@x.example\"],\"role\":\"view\"}", tenant);
    LaneWork.Other late = other().isLate();

    late.goesOn();

    assertThat(tenant.writes()).isEmpty();
    assertThat(set.rows("result")).containsExactly("pending");
    late.dies();
    work.rested(set.id());
    work.workOff();
    assertThat(set.rows("result")).containsExactly("applied");
    assertThat(tenant.role("eve")).isEqualTo("view");
  }
}
