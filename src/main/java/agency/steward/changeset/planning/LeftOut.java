package agency.steward.changeset.planning;

import agency.steward.changeset.Present;
import agency.steward.changeset.Reversible;
import agency.steward.changeset.Sight;
import agency.steward.changeset.SurveyedKind;
import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A change that an undo does not take back, and why; pure.
 *
 * @param done as it was made
 * @param result {@code already_satisfied} where it is as it was before, {@code skipped_stale} where
 *     it is no longer as it was left, {@code not_attempted} where there is no way back
 * @param found what is there now, where that could be told
 */
record LeftOut(
    RecordedChange done, Result result, Optional<Problem> why, Optional<ObjectNode> found) {

  /**
   * @param kind who would know the way back; empty where nobody does
   */
  static LeftOut of(RecordedChange done, Change made, Optional<Reversible> kind, Present present) {
    if (!(kind.orElse(null) instanceof SurveyedKind listed)) {
      return kind.isEmpty() || made.reversibility() == Reversibility.IRREVERSIBLE
          ? forGood(done, Optional.empty())
          : stale(done, Optional.empty());
    }
    Optional<ObjectNode> now =
        present.objects().stream()
            .filter(object -> listed.isSubject(object, done.intent(), made))
            .findFirst();
    return switch (listed.sight(done.intent(), made, now)) {
      case Sight.AsBefore before ->
          new LeftOut(done, Result.ALREADY_SATISFIED, Optional.empty(), before.now());
      case Sight.AsWanted wanted -> forGood(done, wanted.now());
      case Sight.Different other -> stale(done, other.now());
      case Sight.Halfway halfway -> stale(done, halfway.now());
    };
  }

  private static LeftOut forGood(RecordedChange done, Optional<ObjectNode> now) {
    return new LeftOut(done, Result.NOT_ATTEMPTED, Optional.of(noWay()), now);
  }

  private static LeftOut stale(RecordedChange done, Optional<ObjectNode> now) {
    return new LeftOut(done, Result.SKIPPED_STALE, Optional.of(Refusals.stale()), now);
  }

  private static Problem noWay() {
    return Problem.of(
        ProblemCode.NOT_REVERSIBLE,
        "It cannot be taken back: what is done here is done for good, or somebody has taken its"
            + " place since.");
  }

  /** The way back that would have been: from what was left to what was before. */
  Change change() {
    Change made = done.change();
    return new Change(
        made.action(),
        made.subject(),
        made.objectId(),
        made.after(),
        made.before(),
        Effect.NEUTRAL,
        made.reversibility());
  }
}
