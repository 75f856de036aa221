package agency.steward.changeset.stored;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rows of a set come to.
 *
 * @param workspaces those that it touches
 */
public record Summary(
    Map<String, Long> byAction,
    Map<String, Long> byResult,
    Set<String> workspaces,
    ArrayNode violations) {

  /** A set without rows. */
  public static final Summary EMPTY =
      new Summary(Map.of(), Map.of(), Set.of(), JsonNodeFactory.instance.arrayNode());

  static Summary of(
      String action, Result result, long rows, String workspaces, ArrayNode violations) {
    return new Summary(
        Map.of(action, rows),
        Map.of(result.wire(), rows),
        Set.of(workspaces.split(",", -1)),
        violations);
  }

  Summary and(Summary other) {
    var touched = new TreeSet<>(workspaces);
    touched.addAll(other.workspaces);
    return new Summary(
        sum(byAction, other.byAction),
        sum(byResult, other.byResult),
        touched,
        violations.deepCopy().addAll(other.violations));
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    var sum = new TreeMap<>(one);
    other.forEach((key, rows) -> sum.merge(key, rows, Long::sum));
    return sum;
  }

  public long total() {
    return byAction.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows that are not settled yet. */
  public long open() {
    return byResult.getOrDefault(Result.RUNNING.wire(), 0L)
        + byResult.getOrDefault(Result.UNKNOWN.wire(), 0L);
  }
}
