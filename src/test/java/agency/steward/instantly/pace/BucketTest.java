package agency.steward.instantly.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BucketTest {
  private static final long MS = 1_000_000;
  private static final long SECOND = 1_000 * MS;

  private final ByHand time = new ByHand();

  private static Limits limits(int perSecond, int perMinute, Duration guard) {
    return new Limits(perSecond, perMinute, guard, Duration.ofSeconds(4), Duration.ofSeconds(30));
  }

  private static Limits usual() {
    return limits(100, 6000, Duration.ofMillis(10));
  }

  /** Calls of one bucket in simulated time: each is sent a while after it is let go. */
  private final class Traffic {
    final Bucket bucket;
    final List<Long> sent = new ArrayList<>();
    final List<String> order = new ArrayList<>();

    Traffic(Limits limits) {
      this.bucket = new Bucket(new Quota(limits));
    }

    void call(String name, Priority priority, long at, long onTheWay) {
      time.at(at, () -> join(name, priority, onTheWay));
    }

    private void join(String name, Priority priority, long onTheWay) {
      join(name, priority, onTheWay, () -> order.add(name));
    }

    void join(String name, Priority priority, long onTheWay, Runnable granted) {
      var turns = new Turn[1];
      turns[0] =
          new Turn(
              priority,
              name.split(" ")[0],
              () -> {
                granted.run();
                time.at(time.now() + onTheWay, () -> send(turns[0]));
              });
      bucket.join(turns[0]);
      serve();
    }

    private void send(Turn turn) {
      bucket.sent(turn, time.now());
      sent.add(time.now());
      serve();
    }

    void serve() {
      long next = bucket.serve(time.now());
      if (next != Bucket.NEVER && bucket.wake(next)) {
        time.at(
            next,
            () -> {
              if (bucket.woken(next)) {
                serve();
              }
            });
      }
    }

    void assertNeverMoreThan(int limit, long period) {
      for (int i = limit; i < sent.size(); i++) {
        assertThat(sent.get(i) - sent.get(i - limit)).isGreaterThanOrEqualTo(period);
      }
    }
  }

  @Property(tries = 200)
  void noScheduleOfCallsExceedsAWindow(
      @ForAll @IntRange(min = 1, max = 12) int perSecond,
      @ForAll @IntRange(min = 1, max = 40) int perMinute,
      @ForAll @Size(max = 120) List<@LongRange(min = 0, max = 90_000) Long> arrivals,
      @ForAll long seed) {
    // Given calls at any moments, of any priority, that take up to two seconds to go out
    var random = new Random(seed);
    var traffic = new Traffic(limits(perSecond, perMinute, Duration.ZERO));
    for (Long at : arrivals) {
      Priority priority = random.nextBoolean() ? Priority.BULK : Priority.INTERACTIVE;
      traffic.call("call", priority, at * MS, random.nextInt(2_000) * MS);
    }

    time.play();

    assertThat(traffic.sent).hasSize(arrivals.size());
    traffic.assertNeverMoreThan(perSecond, SECOND);
    traffic.assertNeverMoreThan(perMinute, 60 * SECOND);
  }

  @Property(tries = 50)
  void aBusyBucketIsUsedAlmostWhole(@ForAll boolean bulk, @ForAll long seed) {
    var random = new Random(seed);
    var traffic = new Traffic(usual());
    for (int i = 0; i < 2_000; i++) {
      Priority priority = bulk ? Priority.BULK : Priority.INTERACTIVE;
      traffic.call("call", priority, 0, random.nextInt(2_000) * 1_000L);
    }

    time.play();

    int settled = 200;
    double seconds = (traffic.sent.getLast() - traffic.sent.get(settled)) / (double) SECOND;
    assertThat((traffic.sent.size() - 1 - settled) / seconds).isGreaterThanOrEqualTo(98.0);
    traffic.assertNeverMoreThan(100, SECOND);
  }

  @Property(tries = 100)
  void whoCameFirstGoesFirstWithinAPriority(
      @ForAll @Size(max = 60) List<@LongRange(min = 0, max = 3_000) Long> arrivals,
      @ForAll Priority priority) {
    var traffic = new Traffic(limits(5, 1000, Duration.ZERO));
    List<String> asked = arrivals.stream().sorted().map(at -> "call " + at).toList();
    arrivals.stream().sorted().forEach(at -> traffic.call("call " + at, priority, at * MS, 0));

    time.play();

    assertThat(traffic.order).isEqualTo(asked);
  }

  @Test
  void oneReadDoesNotWaitForAThousandOfSomebodyElse() {
    var traffic = new Traffic(limits(10, 10_000, Duration.ZERO));
    for (int i = 0; i < 1_000; i++) {
      traffic.call("hog " + i, Priority.INTERACTIVE, 0, 0);
    }
    traffic.call("ann", Priority.INTERACTIVE, 1, 0);

    time.play();

    // ten went at once, one of the hog's is due as soon
    assertThat(traffic.order.indexOf("ann")).isBetween(10, 11);
    assertThat(traffic.order).hasSize(1_001);
  }

  @Test
  void interactiveCallsOvertakeBulk() {
    var traffic = new Traffic(limits(1, 1000, Duration.ZERO));
    traffic.call("bulk 1", Priority.BULK, 0, 0);
    traffic.call("bulk 2", Priority.BULK, 1, 0);
    traffic.call("somebody", Priority.INTERACTIVE, 2, 0);

    time.play();

    assertThat(traffic.order).containsExactly("bulk 1", "somebody", "bulk 2");
  }

  @Test
  void bulkLeavesRoomForWhoeverComesInBetween() {
    // Given bulk work that has been using the whole quota for seconds
    var traffic = new Traffic(usual());
    for (int i = 0; i < 1_000; i++) {
      traffic.call("bulk", Priority.BULK, 0, MS);
    }
    // When somebody calls once in a while
    List<Long> waits = people(traffic, 2 * SECOND, 8 * SECOND, 137 * MS, 100 * MS);

    time.play();

    // Then nobody waits for a whole second to begin anew
    assertThat(waits).hasSizeGreaterThan(40).allMatch(wait -> wait <= 60 * MS);
  }

  @Test
  void whereNobodyCalledForAMomentNobodyWaitsASecondLater() {
    // Given bulk work that pauses once, and people who call 25 times a second
    var traffic = new Traffic(usual());
    for (int i = 0; i < 250; i++) {
      traffic.call("bulk", Priority.BULK, 0, MS);
    }
    for (int i = 0; i < 1_000; i++) {
      traffic.call("bulk", Priority.BULK, 3_200 * MS, MS);
    }
    List<Long> waits = people(traffic, SECOND, 10 * SECOND, 40 * MS, MS);

    time.play();

    // Then none of them waits longer than at any other time
    assertThat(waits).hasSizeGreaterThan(200).allMatch(wait -> wait <= 35 * MS);
  }

  /** How long each of them has waited. */
  private List<Long> people(Traffic traffic, long from, long until, long every, long onTheWay) {
    var waits = new ArrayList<Long>();
    for (long at = from; at < until; at += every) {
      long asked = at;
      Runnable granted = () -> waits.add(time.now() - asked);
      time.at(asked, () -> traffic.join("person", Priority.INTERACTIVE, onTheWay, granted));
    }
    return waits;
  }

  @Test
  void bulkLeavesOfTheMinuteWhatPeopleUseOfIt() {
    // Given bulk work that could use all, and two reads a second
    var traffic = new Traffic(limits(30, 600, Duration.ZERO));
    for (int i = 0; i < 2_000; i++) {
      traffic.call("bulk", Priority.BULK, 0, MS);
    }
    List<Long> waits = people(traffic, SECOND / 2, 180 * SECOND, SECOND / 2, 100 * MS);

    time.playUntil(180 * SECOND);

    // Then nobody waits for the minute to begin anew, and it is used whole
    assertThat(waits).hasSizeGreaterThan(350).allMatch(wait -> wait <= 3 * SECOND);
    assertThat(waits.stream().filter(wait -> wait > SECOND / 5).count()).isLessThan(20);
    assertThat(traffic.order.size()).isGreaterThan(8 * 180 * 95 / 100);
  }

  @Test
  void aCallThatIsLongOnItsWayCountsUntilItIsSent() {
    var traffic = new Traffic(limits(1, 1000, Duration.ZERO));
    traffic.call("slow", Priority.INTERACTIVE, 0, 10 * SECOND);
    traffic.call("next", Priority.INTERACTIVE, 1, 0);

    time.play();

    assertThat(traffic.sent.get(1) - traffic.sent.get(0)).isGreaterThanOrEqualTo(SECOND);
  }

  @Test
  void aCallThatWentOutLaterThanBelievedCountsAnew() {
    var bucket = new Bucket(new Quota(limits(1, 1000, Duration.ZERO)));
    var late = new Turn(Priority.INTERACTIVE, "", () -> {});
    long now = time.now();
    bucket.join(late);
    bucket.serve(now);
    bucket.sent(late, now);
    bucket.leave(late);

    bucket.sent(late, now + SECOND / 2);

    long opens = bucket.expected(Priority.INTERACTIVE, "", now + SECOND);
    assertThat(opens).isEqualTo(now + SECOND + SECOND / 2);
  }

  @Test
  void whatIsNotUsedIsGivenBack() {
    var bucket = new Bucket(new Quota(limits(1, 1000, Duration.ZERO)));
    var unused = new Turn(Priority.INTERACTIVE, "", () -> {});
    bucket.join(unused);
    bucket.serve(time.now());

    assertThat(bucket.expected(Priority.INTERACTIVE, "", time.now())).isGreaterThan(time.now());
    assertThat(bucket.leave(unused)).isTrue();
    assertThat(bucket.expected(Priority.INTERACTIVE, "", time.now())).isEqualTo(time.now());
  }

  @Test
  void bulkThatIsNotUsedDelaysNobody() {
    var bucket = new Bucket(new Quota(limits(100, 10_000, Duration.ZERO)));
    for (int i = 0; i < 50; i++) {
      var unused = new Turn(Priority.BULK, "", () -> {});
      bucket.join(unused);
      bucket.serve(time.now());
      bucket.leave(unused);
    }

    bucket.join(new Turn(Priority.BULK, "", () -> {}));

    assertThat(bucket.serve(time.now())).isEqualTo(Bucket.NEVER);
  }

  @Test
  void aRefusalStopsTheLineAndSlowsItDownForAWhile() {
    var bucket = new Bucket(new Quota(limits(1, 1000, Duration.ofMillis(10))));
    long now = time.now();
    var turn = new Turn(Priority.INTERACTIVE, "", () -> {});
    bucket.join(turn);
    bucket.serve(now);
    bucket.sent(turn, now);

    bucket.refused(now, 5 * SECOND);
    bucket.refused(now + MS, 5 * SECOND);

    assertThat(bucket.expected(Priority.INTERACTIVE, "", now)).isEqualTo(now + MS + 5 * SECOND);
    // Two refusals at once count as one
    var later = new Turn(Priority.INTERACTIVE, "", () -> {});
    long then = now + 6 * SECOND;
    bucket.join(later);
    bucket.serve(then);
    bucket.sent(later, then);
    assertThat(bucket.expected(Priority.INTERACTIVE, "", then)).isEqualTo(then + SECOND + 20 * MS);
  }

  @Test
  void theGuardRecovers() {
    var guard = new Guard(usual());
    for (int i = 0; i < 20; i++) {
      guard.refused(i * 2 * SECOND, SECOND);
    }
    long last = 38 * SECOND;

    assertThat(guard.at(last)).isEqualTo(4 * SECOND);
    assertThat(guard.at(last + 30 * SECOND)).isEqualTo(2 * SECOND);
    assertThat(guard.at(last + 3600 * SECOND)).isEqualTo(10 * MS);
    assertThat(guard.isLeast(last + 3600 * SECOND)).isTrue();
  }

  @Test
  void theWaitOfALongLineIsForetold() {
    var bucket = new Bucket(new Quota(limits(10, 1000, Duration.ZERO)));
    for (int i = 0; i < 100; i++) {
      bucket.join(new Turn(Priority.INTERACTIVE, "", () -> {}));
    }
    bucket.serve(time.now());

    long wait = bucket.expected(Priority.INTERACTIVE, "", time.now()) - time.now();

    assertThat(wait).isEqualTo(10 * SECOND);
  }

  @Test
  void aBucketIsForgottenOnlyWhenNothingOfItMatters() {
    var bucket = new Bucket(new Quota(limits(100, 5_000, Duration.ofMillis(10))));
    var turn = new Turn(Priority.INTERACTIVE, "", () -> {});
    long now = time.now();
    bucket.join(turn);
    assertThat(bucket.retire(now)).isFalse();
    bucket.serve(now);
    assertThat(bucket.retire(now)).isFalse();
    bucket.sent(turn, now);
    assertThat(bucket.retire(now + 59 * SECOND)).isFalse();
    assertThat(bucket.retire(now + 61 * SECOND)).isTrue();
    assertThat(bucket.join(new Turn(Priority.INTERACTIVE, "", () -> {}))).isFalse();
  }
}
