package agency.steward.changeset.stored;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the rows of a set come to.
 *
 * @param violations what guards object to in its rows, each with the rows it holds back
 * @param left what is still to be done
 */
public record Summary(
    Map<String, Long> byAction, Map<String, Long> byResult, ArrayNode violations, Left left) {

  /**
   * What is still to be done.
   *
   * @param rows that have not come to their end
   * @param calls what they cost at Instantly, about
   * @param deepest the most of these calls on one workspace's quota: those into workspaces that are
   *     reached through an admin workspace count there too
   * @param lanes workspaces that they are in
   */
  public record Left(long rows, long calls, long deepest, long lanes) {
    static final Left NOTHING = new Left(0, 0, 0, 0);
  }

  /** A set without rows. */
  public static final Summary EMPTY =
      new Summary(Map.of(), Map.of(), JsonNodeFactory.instance.arrayNode(), Left.NOTHING);

  Summary and(String action, Result result, long rows) {
    return new Summary(
        sum(byAction, action, rows), sum(byResult, result.wire(), rows), violations, left);
  }

  Summary violating(ObjectNode violation, String seqs) {
    ArrayNode seq = violation.putArray("seqs");
    Stream.of(seqs.split(",", -1)).map(Integer::valueOf).forEach(seq::add);
    return new Summary(byAction, byResult, violations.deepCopy().add(violation), left);
  }

  Summary leaving(Left toDo) {
    return new Summary(byAction, byResult, violations, toDo);
  }

  private static Map<String, Long> sum(Map<String, Long> counts, String key, long rows) {
    var sum = new TreeMap<>(counts);
    sum.merge(key, rows, Long::sum);
    return sum;
  }

  /** Whether a guard holds rows back. */
  public boolean areHeld() {
    return byResult.containsKey(Result.BLOCKED_GUARD.wire());
  }

  public long total() {
    return byAction.values().stream().mapToLong(Long::longValue).sum();
  }

  public long of(Result result) {
    return byResult.getOrDefault(result.wire(), 0L);
  }

  /** Rows that are not settled yet. */
  public long open() {
    return of(Result.RUNNING) + of(Result.UNKNOWN);
  }
}
