package agency.steward.changeset.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import agency.steward.changeset.lane.pass.SlowWorkspace;
import agency.steward.changeset.stored.Summary;
import agency.steward.instantly.pace.ByHand;
import agency.steward.instantly.pace.Callers;
import agency.steward.instantly.pace.Limits;
import agency.steward.instantly.pace.Pacing;
import agency.steward.instantly.pace.Priority;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * What sets are said to take, against lanes that call through the real pacing in simulated time.
 */
class PaceTest {
  private static final long LATENCY = Duration.ofMillis(120).toNanos();
  private static final double SECOND = Duration.ofSeconds(1).toNanos();
  private static final int AT_ONCE = 128;
  private static final int IN_FLIGHT = 64;
  private static final int PAGE = 100;
  private static final Pace PACE = new Pace(100, AT_ONCE, 1_500);

  private final ByHand time = new ByHand();
  private final Callers callers =
      new Callers(
          new Pacing(
              new Limits(
                  100, 6000, Duration.ofMillis(20), Duration.ofSeconds(4), Duration.ofSeconds(30)),
              time),
          time,
          (nanos, run) -> time.at(time.now() + nanos, run),
          key -> {});
  private final Queue<Lane> waiting = new ArrayDeque<>();
  private long ended;

  /** Reads page by page, writes, and reads each page back. */
  private final class Lane {
    private final String quota;
    private int unread;
    private int ready;
    private int inFlight;
    private int unwritten;
    private int pages;
    private boolean reading;

    Lane(String quota, int rows) {
      this.quota = quota;
      this.unread = rows;
      this.unwritten = rows;
      this.pages = pages(rows);
    }

    private void call(Runnable answered) {
      callers.call(quota, Priority.BULK, 0, () -> time.at(time.now() + LATENCY, answered));
    }

    void begin() {
      call(this::goOn);
    }

    private void goOn() {
      if (!reading && unread > 0 && ready < IN_FLIGHT) {
        reading = true;
        call(this::read);
      }
      while (ready > 0 && inFlight < IN_FLIGHT) {
        ready--;
        inFlight++;
        call(this::written);
      }
    }

    private void read() {
      reading = false;
      int rows = Math.min(PAGE, unread);
      unread -= rows;
      ready += rows;
      goOn();
    }

    private void written() {
      inFlight--;
      unwritten--;
      if (unwritten % PAGE == 0) {
        call(this::readBack);
      }
      goOn();
    }

    private void readBack() {
      if (--pages == 0) {
        ended = time.now();
        next();
      }
    }
  }

  private static int pages(int rows) {
    return (rows + PAGE - 1) / PAGE;
  }

  private void next() {
    if (!waiting.isEmpty()) {
      waiting.remove().begin();
    }
  }

  /** How long lanes of so many rows take, each on the quota of that name. */
  private double real(int lanes, int rows, String quota) {
    for (int i = 0; i < lanes; i++) {
      waiting.add(new Lane(quota.formatted(i), rows));
    }
    long began = time.now();
    for (int i = 0; i < AT_ONCE; i++) {
      next();
    }
    time.play();
    return (ended - began) / SECOND;
  }

  /** As {@code ChangeSetStore} counts the calls. */
  private static Summary.Left left(int lanes, int rows, int onOneQuota) {
    long calls = rows + 1 + 2L * pages(rows);
    return new Summary.Left((long) lanes * rows, lanes * calls, onOneQuota * calls, lanes);
  }

  @Test
  void oneDeepWorkspaceTakesWhatItsQuotaGives() {
    double said = PACE.takes(left(1, 3_000, 1));
    assertThat(real(1, 3_000, "w%d")).isCloseTo(said, withPercentage(20));
    assertThat(said).isBetween(30.0, 32.0);
  }

  @Test
  void aFewRowsTakeAsLongAsTheirCallsOneAfterAnother() {
    assertThat(real(1, 3, "w%d")).isCloseTo(PACE.takes(left(1, 3, 1)), withPercentage(20));
  }

  @Test
  void workspacesBehindOneAdminWorkspaceShareItsQuota() {
    double said = PACE.takes(left(20, 90, 20));
    assertThat(real(20, 90, "admin")).isCloseTo(said, withPercentage(20));
    assertThat(said).isGreaterThan(18);
  }

  @Test
  void moreWorkspacesThanLanesTakeTurns() {
    var strong = new Pace(100, AT_ONCE, 1_000_000);
    assertThat(real(1_000, 80, "w%d"))
        .isCloseTo(strong.takes(left(1_000, 80, 1)), withPercentage(20));
  }

  @Test
  void noMoreThanAllReplicasManage() {
    assertThat(PACE.seconds(left(500, 50, 1))).isEqualTo(18);
  }

  @Test
  void whereTheMinuteBindsItSaysHowFastItGoes() {
    var limits =
        new Limits(30, 600, Duration.ofMillis(20), Duration.ofSeconds(4), Duration.ofSeconds(30));
    var pace = new Pace(limits.inTheLongRun(), AT_ONCE, 1_500);

    double said = pace.takes(left(1, 900, 1));

    assertThat(SlowWorkspace.secondsFor(limits, 900)).isCloseTo(said, withPercentage(5));
    assertThat(said).isBetween(90.0, 105.0);
  }

  @Test
  void whereTheMinuteIsSixtyFullSecondsTheSecondSaysIt() {
    var limits =
        new Limits(
            100, 6_000, Duration.ofMillis(20), Duration.ofSeconds(4), Duration.ofSeconds(30));

    assertThat(limits.inTheLongRun()).isEqualTo(100);
  }

  @Property(tries = 200)
  void whatIsLeftNeverTakesLongerThanTheWhole(
      @ForAll @IntRange(min = 1, max = 600) int lanes,
      @ForAll @IntRange(min = 1, max = 3_000) int rows,
      @ForAll @IntRange(min = 0, max = 99) int percent) {
    int less = Math.max(1, rows * percent / 100);
    assertThat(PACE.takes(left(lanes, less, 1)))
        .isLessThanOrEqualTo(PACE.takes(left(lanes, rows, 1)));
    assertThat(PACE.takes(left((lanes + 1) / 2, rows, 1)))
        .isLessThanOrEqualTo(PACE.takes(left(lanes, rows, 1)));
    assertThat(PACE.seconds(left(lanes, less, 1))).isPositive();
  }
}
