package agency.steward.changeset;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A row as the planner of a kind makes it.
 *
 * @param subject whom or what it is about, for a person to read
 * @param wish the row as it could be asked for again, without its workspace
 * @param named whether the subject was named, and not picked by a rule
 * @param kind who makes it, and says what became of it
 */
public record Step(
    String subject, ObjectNode wish, boolean named, ChangeKind kind, Intent intent, Plan plan) {

  /** The same for a wish in other words. */
  public Step wishing(ObjectNode asked) {
    return new Step(subject, asked, named, kind, intent, plan);
  }

  /** What it comes to; nothing where it is impossible. */
  public Change change() {
    return switch (plan) {
      case Plan.Needed needed -> needed.change();
      case Plan.AlreadySo already -> already.change();
      case Plan.Impossible ignored -> nothing(kind.name(), subject);
    };
  }

  /** A row that changes nothing. */
  public static Change nothing(String action, String subject) {
    return new Change(
        action,
        subject,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Effect.NEUTRAL,
        Reversibility.LOSSLESS);
  }
}
