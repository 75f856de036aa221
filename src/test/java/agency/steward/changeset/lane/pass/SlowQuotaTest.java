package agency.steward.changeset.lane.pass;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.Stop;
import agency.steward.instantly.pace.Limits;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What a deep lane makes of its quota, in simulated time. */
class SlowQuotaTest {
  private static final double FOR_EVER = 3_000;

  private static SlowWorkspace workspace(int perSecond, int perMinute, int members, long seed) {
    var limits =
        new Limits(
            perSecond,
            perMinute,
            Duration.ofMillis(20),
            Duration.ofSeconds(4),
            Duration.ofSeconds(30));
    return new SlowWorkspace(limits, members, seed);
  }

  private static void assertAllWentRight(SlowWorkspace there) {
    assertThat(there.faults).isEmpty();
    assertThat(there.rowsSent).hasSameSizeAs(there.done);
    assertThat(there.walks).isEqualTo(1);
  }

  private static double callsASecond(SlowWorkspace there) {
    return (there.rowsSent.size() + there.reads) / there.seconds();
  }

  @Test
  void tenCallsASecondAreUsedWholeAndHardlyForAnythingButRows() {
    SlowWorkspace there = workspace(30, 600, 900, 1);

    there.run();

    assertAllWentRight(there);
    assertThat(callsASecond(there)).isGreaterThan(9.8);
    assertThat(there.reads).isLessThanOrEqualTo(900 * 8 / 100);
    assertThat(there.intents).isLessThanOrEqualTo(900 * 102 / 100);
  }

  @Test
  void whatPeopleLeaveIsUsed() {
    SlowWorkspace there = workspace(30, 600, 900, 1);
    there.calls.people(2, 0, FOR_EVER);

    there.run();

    assertAllWentRight(there);
    assertThat(callsASecond(there)).isGreaterThan(0.9 * 8);
    assertThat(there.reads).isLessThanOrEqualTo(900 * 11 / 100);
    assertThat(there.calls.waits).allMatch(wait -> wait < Duration.ofSeconds(4).toNanos());
  }

  @Test
  void whatOtherReplicasLeaveIsUsed() {
    SlowWorkspace there = workspace(30, 600, 900, 1);
    there.calls.share(0, 15, 300);
    there.calls.share(80, 24, 480);

    there.run();

    assertAllWentRight(there);
    assertThat(there.seconds()).isLessThan(80 + (900 * 1.15 - 80 * 5 * 0.9) / (8 * 0.9));
    assertThat(there.reads).isLessThanOrEqualTo(900 * 15 / 100);
  }

  @Test
  void whereTheSecondBindsAPageIsReadBeforeAndAfter() {
    SlowWorkspace there = workspace(100, 6_000, 3_000, 1);

    there.run();

    assertAllWentRight(there);
    assertThat(there.reads).isEqualTo(60);
    assertThat(callsASecond(there)).isGreaterThan(95);
  }

  @Test
  void afterPeopleHaveTakenAllForAWhileItGoesOnWhereItWas() {
    SlowWorkspace there = workspace(10, 6_000, 300, 1);
    there.calls.people(15, 10, 20);

    there.run();

    assertAllWentRight(there);
    assertThat(there.seconds()).isLessThan(10 + 15 + 300 / 7.0);
  }

  @Test
  void lanesBehindOneAdminWorkspaceShareItsQuotaAndLoseNothing() {
    SlowWorkspace first = workspace(100, 6_000, 90, 1);
    List<SlowWorkspace> all =
        Stream.concat(Stream.of(first), IntStream.range(1, 20).mapToObj(i -> first.beside(90)))
            .toList();

    SlowWorkspace.together(all);

    all.forEach(SlowQuotaTest::assertAllWentRight);
    double seconds = all.stream().mapToDouble(SlowWorkspace::seconds).max().orElseThrow();
    int reads = all.stream().mapToInt(there -> there.reads).sum();
    assertThat((20 * 90 + reads) / seconds).isGreaterThan(95);
    assertThat(reads).isLessThanOrEqualTo(20 * 90 * 15 / 100);
  }

  @Test
  void rowsThatWaitAsTheReplicaGoesAreLeftForAnHeir() {
    SlowWorkspace there = workspace(30, 600, 900, 1);
    there.calls.goes(10);

    there.run();

    assertThat(there.stopped).containsInstanceOf(Stop.Busy.class);
    assertThat(there.faults).isEmpty();
    assertThat(there.rowsSent)
        .hasSizeBetween(80, 120)
        .hasSizeGreaterThanOrEqualTo(there.done.size());
  }

  @Property(tries = 30)
  void whateverTheQuotaNoRowIsSentTwiceNorOnWhatIsOld(
      @ForAll long seed,
      @ForAll @IntRange(min = 180, max = 2_400) int perMinute,
      @ForAll @IntRange(max = 60) int percentOfPeople,
      @ForAll @IntRange(min = 1, max = 300) int members) {
    SlowWorkspace there = workspace(30, perMinute, members, seed);
    double people = percentOfPeople * Math.min(30, perMinute / 60.0) / 100;
    if (people > 0) {
      there.calls.people(people, 0, FOR_EVER);
    }

    there.run();

    assertAllWentRight(there);
  }
}
