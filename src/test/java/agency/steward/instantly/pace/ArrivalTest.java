package agency.steward.instantly.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What Instantly sees of calls that a starved machine delays wherever it can. */
class ArrivalTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;
  private static final long GUARD = 20 * MS;

  @Property(tries = 200)
  void howeverLateAThreadRunsNoSecondSeesMoreWhereTheWaysDifferByLessThanTheGuard(
      @ForAll @IntRange(min = 1, max = 100) int perSecond,
      @ForAll @IntRange(min = 1, max = 2_000) int starved,
      @ForAll long seed) {
    var random = new Random(seed);
    var time = new ByHand();
    var limits =
        new Limits(
            perSecond,
            100_000,
            Duration.ofNanos(GUARD),
            Duration.ofSeconds(4),
            Duration.ofSeconds(30));
    var arrivals = new ArrayList<Long>();
    var callers =
        new Callers(
            new Pacing(limits, time),
            time,
            (nanos, run) -> time.at(time.now() + nanos, run),
            bucket -> arrivals.add(time.now() + 50 * MS + random.nextLong(GUARD)),
            () -> delay(random, starved));
    for (int i = 0; i < 5 * perSecond; i++) {
      Priority priority = random.nextBoolean() ? Priority.BULK : Priority.INTERACTIVE;
      long way = delay(random, starved);
      time.at(random.nextLong(3 * SECOND), () -> callers.call("here", priority, way, () -> {}));
    }

    time.play();

    assertThat(arrivals).hasSize(5 * perSecond);
    assertNeverMoreThan(perSecond, arrivals.stream().sorted().toList());
  }

  /** Mostly none to speak of. */
  private static long delay(Random random, int most) {
    return random.nextInt(4) == 0 ? random.nextLong(most * MS) : 0;
  }

  private static void assertNeverMoreThan(int limit, List<Long> moments) {
    for (int i = limit; i < moments.size(); i++) {
      assertThat(moments.get(i) - moments.get(i - limit)).isGreaterThanOrEqualTo(SECOND);
    }
  }
}
