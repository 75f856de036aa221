package agency.steward.changeset.lane.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private long now = 1_000;
  private final Line line = new Line(64, 100, () -> now);

  private void passes(long millis) {
    now += millis * 1_000_000;
  }

  /** So many come at once, and one goes each time so much has passed. */
  private void go(int rows, long millis) {
    IntStream.range(0, rows).forEach(i -> line.enter());
    IntStream.range(0, rows)
        .forEach(i -> {
          passes(millis);
          line.leave(true);
        });
  }

  @Test
  void whatIsSaidIsBelievedUntilItWasSeen() {
    assertThat(line.going(SECOND)).isEqualTo(100);
  }

  @Test
  void itGoesByHowFastTheyWentOfLate() {
    for (int i = 0; i < 10; i++) {
      go(8, 100);
    }

    assertThat(line.going(SECOND)).isBetween(10, 11);
  }

  @Test
  void timeInWhichNobodyWaitsTellsNothing() {
    passes(60_000);

    assertThat(line.going(SECOND)).isEqualTo(100);
  }

  @Test
  void whileNobodyGoesFewerAndFewerAreToBeExpected() {
    line.enter();
    passes(2_000);
    int soon = line.going(SECOND);
    passes(8_000);

    assertThat(soon).isBetween(30, 40);
    assertThat(line.going(SECOND)).isZero();
  }

  @Test
  void whoGivesUpHasNotGone() {
    for (int i = 0; i < 100; i++) {
      line.enter();
      passes(10);
      line.leave(false);
    }

    assertThat(line.going(SECOND)).isBetween(60, 61);
  }

  @Test
  void thoseWhoWaitGoFirst() {
    line.enter();
    line.enter();

    assertThat(line.room(SECOND)).isEqualTo(98);
    assertThat(line.room(Duration.ofMillis(10))).isZero();
  }
}
