package agency.steward.instantly.share;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.pass.SlowWorkspace;
import agency.steward.instantly.pace.Priority;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A deep lane in a workspace that is read beside it, through the other replicas if there are any.
 */
class LaneAndReadsTest {
  private static final double READS = 20;

  /** Seconds until shares are agreed on, and for the last rows. */
  private static final double MEANWHILE = 5;

  private final List<Long> waits = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "1, 3", "2, 1", "2, 2", "2, 3", "4, 1", "4, 2", "4, 3"})
  void togetherTheyUseItAlmostWholeHoweverManyReplicasThereAre(int replicas, long seed) {
    var world = new World(100, 6_000, seed);
    for (int i = 0; i < replicas; i++) {
      world.join();
    }
    for (int i = 0; i < 45 * READS; i++) {
      Replica reader = world.replicas.get(replicas == 1 ? 0 : 1 + i % (replicas - 1));
      world.at(5 + i / READS, () -> read(reader));
    }
    world.playUntil(7);
    var lane = new SlowWorkspace(world.time, world.replicas.getFirst().pacing, 3_000, seed);

    lane.usually(seed).run();

    assertThat(lane.faults).isEmpty();
    world.sent(SlowWorkspace.HERE, lane.sent());
    double from = lane.rowsSent.getFirst() / 1e9 + MEANWHILE;
    double until = lane.rowsSent.getLast() / 1e9 - MEANWHILE;
    assertThat(world.rate(SlowWorkspace.HERE, from, until)).isBetween(95.5, 98.2);
    assertThat(lane.reads).isLessThan(3_000 * 25 / 1_000);
    assertThat(waits.stream().filter(wait -> wait > 60 * World.MS).count()).isLessThan(5);
    world.assertNoWindowExceeded();
  }

  private void read(Replica reader) {
    long asked = reader.world.time.now();
    reader.callers.call(
        SlowWorkspace.HERE,
        Priority.INTERACTIVE,
        World.MS,
        () -> waits.add(reader.world.time.now() - asked - World.MS));
  }
}
