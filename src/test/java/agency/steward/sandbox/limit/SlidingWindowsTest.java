package agency.steward.sandbox.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** Both windows against counting by hand, over any time. */
class SlidingWindowsTest {
  private static final long YEAR = 365L * 86_400_000;

  @Property(tries = 300)
  void aCallPassesExactlyWhenNoWindowIsFull(
      @ForAll @LongRange(min = 0, max = 100 * YEAR) long start,
      @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 900) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 12) int perSecond,
      @ForAll @IntRange(min = 1, max = 60) int perMinute) {
    var quota = new Quota();
    var limits = new Limits(perSecond, perMinute);
    List<Long> passed = new ArrayList<>();
    long now = start;
    for (int gap : gaps) {
      now += gap;
      boolean room =
          within(passed, now, 1_000) < perSecond && within(passed, now, 60_000) < perMinute;
      assertThat(quota.charge(now, limits).passed()).isEqualTo(room);
      if (room) {
        passed.add(now);
      }
    }
  }

  @Property(tries = 200)
  void theWaitIsTheShortestThatHelps(
      @ForAll @LongRange(min = 0, max = 100 * YEAR) long start,
      @ForAll @Size(min = 20, max = 80) List<@IntRange(min = 0, max = 300) Integer> gaps,
      @ForAll @IntRange(min = 1, max = 5) int perSecond,
      @ForAll @IntRange(min = 1, max = 19) int perMinute) {
    var log = new SlidingLog();
    var limits = new Limits(perSecond, perMinute);
    int now = (int) start;
    for (int gap : gaps) {
      now += gap;
      int wait = log.waitAt(now, limits);
      if (wait > 0) {
        assertThat(log.waitAt(now + wait - 1, limits)).isEqualTo(1);
        assertThat(log.waitAt(now + wait, limits)).isZero();
        now += wait;
      }
      log.add(now);
    }
  }

  @Property(tries = 200)
  void aDelegatedCallTakesBothOrNone(
      @ForAll @Size(max = 120) List<@IntRange(min = 0, max = 2) Integer> who,
      @ForAll @IntRange(min = 1, max = 10) int ofAdmin,
      @ForAll @IntRange(min = 1, max = 10) int ofSub) {
    var admin = new Quota();
    var sub = new Quota();
    int adminSpent = 0;
    int subSpent = 0;
    for (int one : who) {
      boolean passed =
          switch (one) {
            case 0 -> admin.charge(0, new Limits(ofAdmin, 100)).passed();
            case 1 -> sub.charge(0, new Limits(ofSub, 100)).passed();
            default ->
                admin.chargeBoth(sub, 0, new Limits(ofAdmin, 100), new Limits(ofSub, 100)).passed();
          };
      boolean room = (one == 1 || adminSpent < ofAdmin) && (one == 0 || subSpent < ofSub);
      assertThat(passed).isEqualTo(room);
      adminSpent += passed && one != 1 ? 1 : 0;
      subSpent += passed && one != 0 ? 1 : 0;
    }
  }

  private static long within(List<Long> passed, long now, int window) {
    return passed.stream().filter(at -> now - at < window).count();
  }
}
