package agency.steward.changeset.lane.pass;

import static org.assertj.core.api.Assertions.assertThat;

import agency.steward.changeset.lane.list.Page;
import agency.steward.instantly.pace.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows of a page that would go out on what is old by then, in simulated time. */
class AsideTest {
  private static final int PAGES = 8;
  private static final Limits HUNDRED_A_SECOND =
      new Limits(100, 6_000, Duration.ofMillis(20), Duration.ofSeconds(4), Duration.ofSeconds(30));

  /** So much that some of its rows go out in time. */
  private static final Duration LATE = Duration.ofMillis(1_200);

  private static SlowWorkspace workspace() {
    return new SlowWorkspace(HUNDRED_A_SECOND, PAGES * Page.SIZE, 1);
  }

  private static void assertAllWentRight(SlowWorkspace there) {
    assertThat(there.faults).isEmpty();
    assertThat(there.rowsSent).hasSize(PAGES * Page.SIZE).hasSameSizeAs(there.done);
    assertThat(there.walks).isEqualTo(1);
  }

  @Test
  void wherePagesComeInTimeNoneIsReadAgainBeforeItsRowsAreSent() {
    SlowWorkspace there = workspace();

    there.run();

    assertAllWentRight(there);
    assertThat(there.order()).isSorted();
    assertThat(there.reads).isEqualTo(2 * PAGES);
  }

  @Test
  void whatOfALatePageWouldNotGoOutInTimeIsReadAgainWhileTheOthersGo() {
    SlowWorkspace there = workspace().late(2, LATE);

    there.run();

    assertAllWentRight(there);
    assertThat(there.order()).isSorted();
    assertThat(there.reads).isEqualTo(2 * PAGES + 2);
    assertThat(there.seconds()).isLessThan(9);
  }

  @Test
  void whatOfTheLastPageWouldNotGoOutInTimeGoesAllTheSame() {
    SlowWorkspace there = workspace().late(PAGES - 1, LATE);

    there.run();

    assertAllWentRight(there);
    assertThat(there.reads).isEqualTo(2 * PAGES + 1);
    assertThat(there.seconds()).isLessThan(9.5);
  }

  @Test
  void rowsThatPeopleKeepFromGoingInTimeAreReadAgainSoon() {
    SlowWorkspace there = workspace();
    there.calls.people(150, 3, 5);

    there.run();

    assertAllWentRight(there);
    assertThat(there.intents).isGreaterThan(PAGES * Page.SIZE);
    assertThat(there.order()).isNotEqualTo(there.order().stream().sorted().toList());
    assertThat(there.order().subList((PAGES - 1) * Page.SIZE, PAGES * Page.SIZE))
        .allMatch(row -> row >= (PAGES - 1) * Page.SIZE);
    assertThat(there.seconds()).isLessThan(13.5);
  }
}
