package agency.steward.instantly.share;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a limit among those who need it. */
final class Fair {
  private Fair() {}

  /**
   * Interactive needs first, then bulk; within each nobody gets more than another who still needs
   * some. What nobody needs goes to those who have least.
   *
   * @param turn whose turn it is to go first where there is not one for each
   */
  static int[] divide(int limit, int[] interactive, int[] bulk, int turn) {
    int count = interactive.length;
    var shares = new int[count];
    int left = fill(limit, interactive, shares, turn);
    left = fill(left, bulk, shares, turn);
    level(left, shares);
    return shares;
  }

  private static int fill(int limit, int[] needs, int[] shares, int turn) {
    int left = limit;
    int others = needs.length;
    for (int i : order(needs, limit, turn)) {
      int fair = left < others ? Math.min(1, left) : left / others;
      int given = Math.min(needs[i], fair);
      shares[i] += given;
      left -= given;
      others--;
    }
    return left;
  }

  /** Small needs first, so that what they leave goes to the others; or in turns. */
  private static int[] order(int[] needs, int limit, int turn) {
    int count = needs.length;
    Comparator<Integer> inTurn = Comparator.comparingInt(i -> Math.floorMod(i - turn, count));
    Comparator<Integer> bySize = Comparator.comparingInt(i -> needs[i]);
    return IntStream.range(0, count)
        .boxed()
        .sorted(limit < count ? inTurn : bySize.thenComparing(inTurn))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** Raises the lowest to one level, as high as it goes. */
  private static void level(int left, int[] shares) {
    int[] sorted = shares.clone();
    Arrays.sort(sorted);
    int below = left;
    int level = 0;
    for (int i = 0; i < sorted.length; i++) {
      below += sorted[i];
      int next = i + 1 < sorted.length ? sorted[i + 1] : Integer.MAX_VALUE;
      level = below / (i + 1);
      if (level <= next) {
        break;
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.max(shares[i], level);
    }
  }
}
