package agency.steward.instantly.share;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.pass.SlowWorkspace;
import agency.steward.instantly.pace.Priority;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas that share a quota, judged by what went out from all of them in true time. */
class SharedQuotaTest {
  private static final String BUSY = "busy";

  private static World usual(long seed) {
    return new World(100, 6_000, seed);
  }

  @Property(tries = 60)
  void nothingThatHappensBreaksTheSecond(@ForAll long seed) {
    var world = usual(seed);

    new Havoc(world).play(200);

    world.assertNoWindowExceeded();
  }

  @Property(tries = 60)
  void norTheMinuteWhereThatBinds(@ForAll long seed) {
    var world = new World(30, 600, seed);

    new Havoc(world).play(400);

    world.assertNoWindowExceeded();
  }

  @Property(tries = 60)
  void norWhereThereIsHardlyOneCallForEach(
      @ForAll @IntRange(min = 1, max = 6) int perSecond, @ForAll long seed) {
    var world = new World(perSecond, 40 * perSecond, seed);

    new Havoc(world).play(400);

    world.assertNoWindowExceeded();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aBusyBucketIsUsedAlmostWholeByOneReplicaHoweverManyThereAre(int count) {
    var world = usual(count);
    for (int i = 0; i < count; i++) {
      world.join();
    }
    world.at(5, () -> world.replicas.getFirst().busy(BUSY, Priority.BULK, 20, 30));

    world.playUntil(30);

    assertThat(world.rate(BUSY, 10, 30)).isGreaterThanOrEqualTo(98.0);
    world.assertNoWindowExceeded();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void severalUseItAlmostWholeAndNobodyStarves(int count) {
    var world = usual(count);
    for (int i = 0; i < count; i++) {
      Replica replica = world.join();
      world.at(5 + i, () -> replica.busy(BUSY, Priority.BULK, 20, 60));
    }

    world.playUntil(20);
    List<Long> before = world.replicas.stream().map(r -> r.calls).toList();
    world.playUntil(60);

    assertThat(world.rate(BUSY, 20, 60)).isGreaterThanOrEqualTo(97.0);
    for (int i = 0; i < count; i++) {
      double rate = (world.replicas.get(i).calls - before.get(i)) / 40.0;
      assertThat(rate).isGreaterThanOrEqualTo(90.0 / count);
    }
    world.assertNoWindowExceeded();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void readsThroughOtherReplicasTakeAlmostNothingFromTheSum(int count) {
    var world = usual(count);
    for (int i = 0; i < count; i++) {
      world.join();
    }
    Replica busy = world.replicas.getFirst();
    world.at(5, () -> busy.busy(BUSY, Priority.BULK, 20, 60));
    for (int i = 0; i < 1_000; i++) {
      Replica reader = world.replicas.get(1 + i % (count - 1));
      world.at(6 + i / 20.0, () -> reader.call(BUSY, Priority.INTERACTIVE));
    }

    world.playUntil(60);

    assertThat(world.rate(BUSY, 15, 55)).isGreaterThanOrEqualTo(95.5);
    assertThat(world.replicas.stream().skip(1).mapToLong(r -> r.calls).sum()).isEqualTo(1_000);
    world.assertNoWindowExceeded();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.2, 0.1})
  void whoeverReadsThroughAnotherReplicaHardlyWaitsWhereTheMinuteBinds(double pause) {
    var world = new World(30, 600, 1);
    Replica busy = world.join();
    Replica reader = world.join();
    world.at(5, () -> busy.busy(BUSY, Priority.BULK, 16, 240));
    world.at(10, () -> reader.reads(BUSY, pause, 240));

    world.playUntil(120);
    long before = reader.calls;
    world.playUntil(240);

    double reads = Math.min(8, 1 / pause);
    assertThat((reader.calls - before) / 120.0).isGreaterThan(0.8 * reads);
    assertThat(world.rate(BUSY, 120, 240)).isGreaterThan(9.0);
    world.assertNoWindowExceeded();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDeepLaneGetsOnBesideWhoeverReadsThroughAnotherReplica(long seed) {
    var world = new World(30, 600, seed);
    Replica busy = world.join();
    Replica reader = world.join();
    world.at(10, () -> reader.reads(SlowWorkspace.HERE, 0.5, 1_000));
    world.playUntil(10);
    var lane = new SlowWorkspace(world.time, busy.pacing, 900, seed);

    lane.run();

    assertThat(lane.faults).isEmpty();
    assertThat(lane.seconds()).isLessThan(140);
    assertThat(lane.reads).isLessThan(900 * 15 / 100);
    assertThat(reader.calls).isGreaterThan((long) (0.8 * 2 * lane.seconds()));
  }

  @Test
  void aSecondReplicaGetsAShareOfABusyBucketSoon() {
    var world = usual(1);
    world.join();
    Replica second = world.join();
    world.at(5, () -> world.replicas.getFirst().busy(BUSY, Priority.BULK, 20, 30));
    world.at(10, () -> second.call(BUSY, Priority.INTERACTIVE));

    world.playUntil(11.5);

    assertThat(second.calls).isEqualTo(1);
  }

  @Test
  void oneThatJoinsGetsItsPartSoon() {
    var world = usual(1);
    world.join();
    world.at(5, world::join);
    world.at(5.1, () -> world.replicas.get(1).call("quiet", Priority.INTERACTIVE));

    world.playUntil(6.5);

    assertThat(world.replicas.get(1).calls).isEqualTo(1);
  }

  @Test
  void theShareOfADeadReplicaComesBackWithItsLease() {
    var world = usual(1);
    Replica dying = world.join(1);
    Replica heir = world.join(2);
    world.at(5, () -> dying.busy(BUSY, Priority.BULK, 20, 60));
    world.at(10, () -> dying.die());
    world.at(10, () -> heir.busy(BUSY, Priority.BULK, 20, 200));

    world.playUntil(200);

    double lease = World.RULES.lease().toSeconds();
    assertThat(world.rate(BUSY, 10 + lease + 4, 30)).isGreaterThanOrEqualTo(87.0);
    assertThat(world.rate(BUSY, 160, 200)).isGreaterThanOrEqualTo(98.0);
    world.assertNoWindowExceeded();
  }

  @Test
  void oneThatIsStartedAgainOnTheSameMachineNeedNotWaitForTheLease() {
    var world = usual(1);
    Replica killed = world.join(1);
    world.at(5, () -> killed.busy(BUSY, Priority.BULK, 20, 60));
    world.at(10, killed::die);
    world.at(11, () -> world.join(1).busy(BUSY, Priority.BULK, 20, 60));

    world.playUntil(60);

    assertThat(world.rate(BUSY, 13, 14)).isGreaterThanOrEqualTo(90.0);
    assertThat(world.rate(BUSY, 14, 60)).isGreaterThanOrEqualTo(98.0);
    world.assertNoWindowExceeded();
  }

  @Property(tries = 200)
  void nobodyWaitsForEverWhoCameBeforeThePredecessorWasKnownToHaveEnded(
      @ForAll long seed, @ForAll @DoubleRange(max = 3) double later) {
    var world = new World(100, 6_000, seed);
    world.at(5, world.join(1)::die);
    world.at(6, () -> world.join(1));
    world.at(6 + later, () -> world.replicas.get(1).call("quiet", Priority.BULK));

    world.playUntil(15);

    assertThat(world.replicas.get(1).calls).isEqualTo(1);
  }

  @Test
  void onAnotherMachineItWaits() {
    var world = usual(1);
    Replica killed = world.join(1);
    world.at(5, () -> killed.busy(BUSY, Priority.BULK, 20, 60));
    world.at(10, killed::die);
    world.at(11, () -> world.join(2).busy(BUSY, Priority.BULK, 20, 60));

    world.playUntil(60);

    assertThat(world.rate(BUSY, 11, 14)).isZero();
    assertThat(world.rate(BUSY, 16, 60)).isBetween(85.0, 90.0);
    world.assertNoWindowExceeded();
  }

  @Test
  void whoeverSaysGoodbyeLeavesItAtOnce() {
    var world = usual(1);
    Replica leaving = world.join();
    Replica heir = world.join();
    world.at(5, () -> leaving.busy(BUSY, Priority.BULK, 20, 60));
    world.at(10, () -> heir.busy(BUSY, Priority.BULK, 20, 60));
    world.at(20, leaving::leave);

    world.playUntil(60);

    assertThat(world.rate(BUSY, 23, 60)).isGreaterThanOrEqualTo(98.0);
    world.assertNoWindowExceeded();
  }

  @Test
  void withoutTheDatabaseEachGoesOnWithAPartOfItsShare() {
    var world = usual(1);
    Replica one = world.join();
    world.at(5, () -> one.busy(BUSY, Priority.BULK, 20, 200));
    world.databaseAway(10, 70);

    world.playUntil(80);

    assertThat(world.rate(BUSY, 10, 12)).isGreaterThanOrEqualTo(98.0);
    assertThat(world.rate(BUSY, 20, 70)).isBetween(9.0, 10.0);
    assertThat(world.rate(BUSY, 72, 80)).isGreaterThanOrEqualTo(98.0);
  }

  @Test
  void aFanOutOverManyBucketsLeavesNoTraceInTheDatabase() {
    var world = usual(1);
    world.join();
    Replica asked = world.join();
    world.at(
        5,
        () -> {
          for (int i = 0; i < 10_000; i++) {
            asked.call("workspace " + i % 5_000, Priority.INTERACTIVE);
          }
        });

    world.playUntil(5.1);
    assertThat(asked.calls).isEqualTo(10_000);
    world.playUntil(7);

    assertThat(world.table().claims()).isEmpty();
  }

  @Test
  void whatNobodyNeedsMuchOfAnyMoreIsForgotten() {
    var world = usual(1);
    Replica busy = world.join();
    world.join();
    world.at(5, () -> busy.busy(BUSY, Priority.BULK, 20, 10));

    world.playUntil(9);
    assertThat(world.table().claims()).containsKey(BUSY);
    world.playUntil(30);

    assertThat(world.table().claims()).isEmpty();
    world.join();
    world.playUntil(33);
    assertThat(busy.pacing.buckets().at(BUSY).share())
        .isEqualTo(busy.pacing.quota().standing().usual());
  }
}
