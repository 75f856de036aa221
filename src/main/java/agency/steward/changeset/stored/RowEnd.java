package agency.steward.changeset.stored;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a row, so far.
 *
 * @param verified whether that was seen by reading back
 * @param found the object as it was last seen
 * @param lookAt when somebody has to look again; empty once this is the last word
 */
public record RowEnd(
    Result result,
    boolean verified,
    Optional<ObjectNode> found,
    Optional<ObjectNode> problem,
    ArrayNode violations,
    Instant at,
    Optional<Instant> lookAt) {

  public static RowEnd of(Result result, Instant at) {
    return new RowEnd(
        result,
        false,
        Optional.empty(),
        Optional.empty(),
        JsonNodeFactory.instance.arrayNode(),
        at,
        Optional.empty());
  }

  public RowEnd verified(Optional<ObjectNode> seen) {
    return new RowEnd(result, true, seen, problem, violations, at, lookAt);
  }

  public RowEnd because(ObjectNode why) {
    return new RowEnd(result, verified, found, Optional.of(why), violations, at, lookAt);
  }

  public RowEnd violating(ArrayNode rules) {
    return new RowEnd(result, verified, found, problem, rules, at, lookAt);
  }

  public RowEnd until(Instant nextLook) {
    return new RowEnd(result, verified, found, problem, violations, at, Optional.of(nextLook));
  }

  /** The state of its set, where it is the only row. */
  public State state() {
    return lookAt.isPresent() || result != Result.UNKNOWN ? result.alone() : State.FAILED;
  }

  public boolean isLastWord() {
    return lookAt.isEmpty();
  }

  public Optional<Instant> appliedAt() {
    return result == Result.APPLIED ? Optional.of(at) : Optional.empty();
  }

  Optional<Instant> finishedAt() {
    return isLastWord() ? Optional.of(at) : Optional.empty();
  }
}
