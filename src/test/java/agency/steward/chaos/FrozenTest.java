package agency.steward.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.steward.chaos.Journal.Line;
import agency.steward.chaos.OwnerStore.Owned;
import agency.steward.chaos.wire.Side;
import agency.steward.chaos.wire.Step;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One of several replicas stands still for longer than it is believed, and goes on. */
@Tag("chaos")
class FrozenTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration FROZEN = Duration.ofSeconds(30);
  private static final int CLIENTS = 30;
  private static final Claims CLAIMS = new Claims();

  private final Rig rig = Rig.shared();
  private final AtomicLong frozenAt = new AtomicLong();

  @AfterEach
  void allIsWell() {
    rig.instantly().behave("{}");
  }

  @AfterAll
  static void say() {
    CLAIMS.write("replicas-frozen.md");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void whoeverWakesUpTooLateStartsNothingAndIsNotBelieved(int replicas) {
    Crew crew = rig.crew().of(replicas);
    Replica frozen = crew.last();
    rig.instantly().behave("{\"match\":{\"method\":\"PATCH\"},\"latency\":{\"median_ms\":1000}}");
    var agency = new Agency(rig, CLIENTS, 7);
    SetTask task = SetTask.of(agency, "role_change", Wanted.ROLES);
    task.plan();
    frozen
        .wires()
        .trap()
        .set(
            moment -> moment.isAt(Step.WRITTEN, Side.BEFORE),
            6,
            () -> {
              frozen.freeze();
              frozenAt.set(System.currentTimeMillis());
            });
    task.apply();
    CompletableFuture<Void> done = CompletableFuture.runAsync(task::finish);
    await().atMost(PATIENCE).until(() -> frozenAt.get() != 0 || done.isDone());
    assertThat(frozenAt.get()).as("it was in the middle of its lanes").isNotZero();
    crew.others(frozen).forEach(other -> other.wires().forget());
    LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    List<Owned> held = rig.owners().of(frozen);
    await().atMost(PATIENCE).until(() -> rig.owners().of(frozen).isEmpty());
    long others = System.currentTimeMillis();
    done.join();
    LockSupport.parkNanos(
        FROZEN.minusMillis(System.currentTimeMillis() - frozenAt.get()).toNanos());
    List<Row> before = task.rows();

    long awake = System.currentTimeMillis();
    frozen.wakeUp();
    frozen.admin().get("/v1/me").required();
    LockSupport.parkNanos(rig.options().lease().multipliedBy(2).toNanos());

    Journal journal = agency.journal();
    List<Row> after = task.rows();
    CLAIMS.atLeastOne(replicas, "lanes of one that is frozen for 30 s", held.size());
    CLAIMS.atLeastOne(
        replicas,
        "writes whose answers it had not heard",
        journal.only(line -> isUnheard(line, agency, held)).size());
    CLAIMS.seconds(replicas, "all its lanes are others', after that", others - frozenAt.get(), 25);
    CLAIMS.none(replicas, "leases that had not ended when it went on", alive(held, awake));
    Journal late = journal.after(awake).only(line -> isAbout(held, agency, line));
    CLAIMS.none(replicas, "calls into its lanes that it started then", late.size());
    CLAIMS.none(
        replicas,
        "rows that are changed by what it says late",
        after.stream().filter(row -> !before.contains(row)).count());
    CLAIMS.atLeastOne(
        replicas, "times it says that a lane is not its own", frozen.said("is somebody else's"));
    CLAIMS.whole(replicas, task);
    CLAIMS.quota(replicas, journal, 100, 6_000);
    CLAIMS.check(replicas);
  }

  private boolean isUnheard(Line line, Agency agency, List<Owned> lanes) {
    return line.isWrite()
        && line.at() <= frozenAt.get()
        && line.answeredAt() > frozenAt.get()
        && isAbout(lanes, agency, line);
  }

  private static long alive(List<Owned> lanes, long moment) {
    return lanes.stream().filter(lane -> lane.until() >= moment).count();
  }

  private static boolean isAbout(List<Owned> lanes, Agency agency, Line line) {
    return lanes.stream()
        .anyMatch(lane -> agency.client(lane.workspace()).there().equals(line.there()));
  }
}
