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
 * @param left rows that are still to be done
 * @param calls what they cost at Instantly, about
 * @param deepest the most of these calls in one workspace
 */
public record Summary(
    Map<String, Long> byAction,
    Map<String, Long> byResult,
    ArrayNode violations,
    long left,
    long calls,
    long deepest) {

  /** A set without rows. */
  public static final Summary EMPTY =
      new Summary(Map.of(), Map.of(), JsonNodeFactory.instance.arrayNode(), 0, 0, 0);

  Summary and(String action, Result result, long rows) {
    return new Summary(
        sum(byAction, action, rows),
        sum(byResult, result.wire(), rows),
        violations,
        left,
        calls,
        deepest);
  }

  Summary violating(ObjectNode violation, String seqs) {
    ArrayNode seq = violation.putArray("seqs");
    Stream.of(seqs.split(",", -1)).map(Integer::valueOf).forEach(seq::add);
    return new Summary(
        byAction, byResult, violations.deepCopy().add(violation), left, calls, deepest);
  }

  Summary leaving(long more, long cost, long most) {
    return new Summary(byAction, byResult, violations, more, cost, most);
  }

  private static Map<String, Long> sum(Map<String, Long> counts, String key, long rows) {
    var sum = new TreeMap<>(counts);
    sum.merge(key, rows, Long::sum);
    return sum;
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
