package agency.steward.changeset.attempt;

import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.Violation;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How somebody is told that a change was not made, or that nobody knows. */
public final class Refusals {
  private Refusals() {}

  /** What guards object to: the first one's words, and all of them. */
  public static Problem of(List<Violation> violations) {
    Violation first = violations.getFirst();
    Problem problem = Problem.of(first.code(), first.detail()).with("violations", json(violations));
    List<ObjectNode> effects =
        violations.stream().flatMap(violation -> violation.effects().stream()).toList();
    return effects.isEmpty() ? problem : problem.with("effects", effects);
  }

  /** Violations of the only row of a set. */
  public static ArrayNode json(List<Violation> violations) {
    return Finding.json(Finding.ofAll(violations, List.of(1)));
  }

  /** One-row writes are free up to that many an hour. */
  public static Problem tooManyRisky(int limit) {
    return Problem.of(
        ProblemCode.APPROVAL_REQUIRED,
        "Within the last hour %d changes of yours have taken access, those of change sets included. What goes beyond takes"
                .formatted(limit)
            + " a change set that a second person approves: POST /v1/change-sets.");
  }

  /** Somebody else was there in between. */
  public static Problem stale() {
    return Problem.of(
        ProblemCode.PLAN_STALE,
        "It is no longer as it was when this was planned: before is what the plan was made from,"
            + " after what was wanted, found what is there. Nothing was sent.");
  }

  /** The workspace was taken out of Steward meanwhile. */
  public static Problem forgotten() {
    return Problem.of(
        ProblemCode.WORKSPACE_NOT_FOUND, "The workspace is no longer registered with Steward.");
  }

  /** Instantly said yes, and nothing is to be seen. */
  public static Problem notEffective() {
    return Problem.of(
        ProblemCode.WRITE_NOT_EFFECTIVE,
        "Instantly accepted the change, but it was not to be seen at once, nor after one and five"
            + " seconds.");
  }

  /**
   * Instantly said yes, and something else is to be seen: whether it was so for a while is open.
   */
  public static Problem notAsWanted() {
    return Problem.of(
        ProblemCode.WRITE_NOT_EFFECTIVE,
        "Instantly accepted the change, but what is there now is neither as it was before nor as it"
            + " was wanted: somebody else may have changed it since. See found in the row.");
  }

  /** What became of this row says that others had better not be begun. */
  public static Problem afterHalfway(int seq) {
    return Problem.of(
        ProblemCode.ENDED_HALFWAY,
        "Row %d of this workspace ended halfway, so this one was not begun: see there why."
            .formatted(seq));
  }

  /** Instantly said nothing, and nothing is to be seen. */
  public static Problem neverCame() {
    return Problem.of(
        ProblemCode.WRITE_NOT_EFFECTIVE,
        "Instantly never said what became of the change, and it is not to be seen there.");
  }

  /** Nobody can know yet. */
  public static Problem unknown() {
    return Problem.of(
        ProblemCode.OUTCOME_UNKNOWN,
        "The change was sent, but it cannot be known yet whether it happened. Do not send it again:"
            + " Steward goes on looking, and GET /v1/change-sets/{change_set_id} says what it"
            + " finds.");
  }

  /** Nobody will know any more. */
  public static Problem neverKnown() {
    return Problem.of(
        ProblemCode.OUTCOME_UNKNOWN,
        "The change was sent, and whether it happened could not be found out. Steward looks no"
            + " longer: see what is there before you ask for it again.");
  }

  /** Names the change set in it. */
  public static Problem in(ChangeSetId id, Problem problem) {
    return problem.with("change_set_id", id.toString());
  }

  /** As it is kept with the row. */
  public static ObjectNode stored(Problem problem) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", problem.code().name())
        .put("title", problem.code().title())
        .put("status", problem.status())
        .put("detail", problem.detail())
        .put("retryable", problem.code().retryable());
  }
}
