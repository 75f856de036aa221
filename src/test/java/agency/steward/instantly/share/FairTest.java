package agency.steward.instantly.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FairTest {
  private static final int[] NOTHING = {0, 0, 0};

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  @Property
  void neverMoreThanThereIsAndNothingNeededIsLeftOver(
      @ForAll @IntRange(max = 120) int limit,
      @ForAll @Size(4) List<@IntRange(max = 150) Integer> interactive,
      @ForAll @Size(4) List<@IntRange(max = 150) Integer> bulk,
      @ForAll @IntRange(max = 9) int turn) {
    int[] shares = Fair.divide(limit, ints(interactive), ints(bulk), turn);

    int needed = Arrays.stream(ints(interactive)).sum() + Arrays.stream(ints(bulk)).sum();
    assertThat(Arrays.stream(shares).sum())
        .isLessThanOrEqualTo(limit)
        .isGreaterThanOrEqualTo(Math.min(limit, needed));
  }

  @Property
  void interactiveNeedsThatFitAreMetWhateverBulkWants(
      @ForAll @Size(3) List<@IntRange(max = 30) Integer> interactive,
      @ForAll @Size(3) List<@IntRange(max = 150) Integer> bulk) {
    int[] shares = Fair.divide(100, ints(interactive), ints(bulk), 0);

    assertThat(IntStream.range(0, 3)).allMatch(i -> shares[i] >= interactive.get(i));
  }

  @Test
  void oneAloneInNeedHasAll() {
    assertThat(Fair.divide(100, NOTHING, new int[] {0, 100, 0}, 0)).containsExactly(0, 100, 0);
  }

  @Test
  void thoseInNeedHaveTheSame() {
    assertThat(Fair.divide(100, NOTHING, new int[] {100, 0, 100}, 0)).containsExactly(50, 0, 50);
  }

  @Test
  void bulkHasWhatInteractiveNeedsLeave() {
    int[] shares = Fair.divide(100, new int[] {20, 0, 0}, new int[] {0, 100, 0}, 0);

    assertThat(shares).containsExactly(20, 80, 0);
  }

  @Test
  void whatNobodyNeedsGoesToThoseWhoHaveLeast() {
    int[] shares = Fair.divide(100, new int[] {60, 10, 0}, NOTHING, 0);

    assertThat(shares).containsExactly(60, 20, 20);
  }

  @Test
  void whereThereIsNotOneForEachTheyTakeTurns() {
    int[] all = {5, 5, 5};

    assertThat(Fair.divide(1, all, NOTHING, 0)).containsExactly(1, 0, 0);
    assertThat(Fair.divide(1, all, NOTHING, 1)).containsExactly(0, 1, 0);
    assertThat(Fair.divide(2, all, NOTHING, 2)).containsExactly(1, 0, 1);
  }
}
