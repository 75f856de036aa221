package agency.steward.changeset.lane.claim;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lease.Lease;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.SqlStore;
import agency.steward.member.Tenant;
import agency.steward.member.bulk.Asked;
import agency.steward.testing.PostgresResource;
import agency.steward.testing.Registered;
import agency.steward.testing.SandboxResource;
import agency.steward.testing.TokensResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lane and somebody else want the same person at the same time. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(TokensResource.class)
@QuarkusTestResource(SandboxResource.class)
class SubjectsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject Registered registered;
  @Inject LaneWork work;
  @Inject Leases leases;
  @Inject ChangeStore rows;
  @Inject SqlStore database;

  private final String ann = "ann-" + UUID.randomUUID();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Tenant tenant;
  private Asked set;

  @BeforeEach
  void aSetIsGoing() {
    work.workOff();
    tenant = Tenant.of(registered, "ann admin", "bob editor", "cyd editor");
    set =
        Asked.going(ann, "role_change", "{\"all_with_role\":\"editor\",\"role\":\"view\"}", tenant);
  }

  @AfterEach
  void itIsOver() {
    threads.shutdown();
  }

  private LaneWork.Other other() {
    return work.taken(set.id(), tenant.workspace());
  }

  private List<RecordedChange> stored() {
    var id = ChangeSetId.parse(set.id()).orElseThrow();
    return rows.changes(id, Optional.empty(), Optional.empty(), 0, 10);
  }

  private Optional<Lease> bobTaken() {
    RecordedChange bob =
        stored().stream()
            .filter(row -> row.change().subject().startsWith("bob"))
            .findFirst()
            .orElseThrow();
    return leases.take(tenant.workspace().id(), bob.intent().lock(), LONG);
  }

  /** Begins when the first has written, and has to wait until that is committed. */
  private <T> T meanwhile(Runnable first, Supplier<T> second) {
    return QuarkusTransaction.requiringNew()
        .call(() -> {
          first.run();
          var waiting = CompletableFuture.supplyAsync(second, threads);
          Awaitility.await().atMost(MINUTE).until(this::somebodyWaits);
          return waiting;
        })
        .join();
  }

  private boolean somebodyWaits() {
    String sql = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    return database.column(sql, Long.class).getFirst() > 0;
  }

  @Test
  void whomSomebodyHoldsTheLaneDoesNotBegin() {
    Lease held = bobTaken().orElseThrow();

    assertThat(other().intends().intended()).isEqualTo(1);

    leases.giveBack(held);
  }

  @Test
  void aLeaseThatIsOverIsInNobodysWay() {
    assertThat(bobTaken()).isPresent();
    QuarkusTransaction.requiringNew()
        .run(() -> database.update("UPDATE lease SET expires_at = clock_timestamp()"));

    assertThat(other().intends().intended()).isEqualTo(2);
  }

  @Test
  void whomALaneHasBegunNobodyElseCanHoldBeforeItsEnd() {
    LaneWork.Other other = other().intends();

    assertThat(bobTaken()).isEmpty();

    other.dies();
    work.workOff();
    assertThat(bobTaken()).isPresent();
  }

  @Test
  void whoIsTakenWhileALaneBeginsIsNotBegun() {
    LaneWork.Other other = other();

    int begun = meanwhile(this::bobTaken, () -> other.intends().intended());

    assertThat(begun).isEqualTo(1);
  }

  @Test
  void whoIsBegunWhileSomebodyTakesThemIsNotHeld() {
    LaneWork.Other other = other();

    Optional<Lease> taken = meanwhile(other::writes, this::bobTaken);

    assertThat(taken).isEmpty();
  }

  @Test
  void rowsOfALaneThatRunsAreNobodyElsesToSettle() {
    other().intends();

    assertThat(stored()).extracting(RecordedChange::result).containsOnly(Result.RUNNING);
    assertThat(stored()).noneMatch(RecordedChange::isOpen);
  }

  @Test
  void rowsThatALaneLeavesOpenAreSettledByWhoeverLooks() {
    Instant before = Instant.now();
    LaneWork.Other other = other().intends();

    other.givesUp();

    assertThat(stored())
        .allSatisfy(row ->
            assertThat(row.lookAt().orElseThrow())
                .isBetween(before, Instant.now().plus(MINUTE.multipliedBy(2))));
  }

  @Test
  void whatAnHeirFindsOpenIsItsOwnAgain() {
    other().intends().givesUp();
    work.rested(set.id());

    other().inherits();

    assertThat(stored()).extracting(RecordedChange::result).containsOnly(Result.RUNNING);
    assertThat(stored()).noneMatch(RecordedChange::isOpen);
  }

  /** Such as whoever has settled it meanwhile. */
  @Test
  void whatSomebodyWithAGreaterFenceHasTakenOverIsNoLongerTheLanes() {
    LaneWork.Other other = other().intends();
    QuarkusTransaction.requiringNew()
        .run(() ->
            database.update(
                "UPDATE change SET fence = fence + 1 WHERE change_set_id = ?::uuid AND subject LIKE 'bob%'",
                set.id()));

    other.fails();
    assertThat(results()).containsExactlyInAnyOrder(Result.RUNNING, Result.FAILED);

    other.takesBack();
    assertThat(results()).containsExactlyInAnyOrder(Result.RUNNING, Result.FAILED);
  }

  private List<Result> results() {
    return stored().stream().map(RecordedChange::result).toList();
  }

  @Test
  void whoIsBeingDemotedByALaneIsInDoubt() {
    other().intends();

    assertThat(rows.inDoubt(tenant.workspace().id()))
        .containsExactlyInAnyOrderElementsOf(
            stored().stream().flatMap(row -> row.change().objectId().stream()).toList());
  }
}
