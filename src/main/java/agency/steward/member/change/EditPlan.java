package agency.steward.member.change;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Patch;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What another role or nickname comes to, compared with what is. */
final class EditPlan {
  private EditPlan() {}

  static Plan of(String action, String memberId, ObjectNode set, ObjectNode present) {
    ObjectNode before = Member.essentials(present);
    ObjectNode after = Patch.with(before, set);
    var change =
        new Change(
            action,
            before.path(Member.EMAIL).asText(),
            Optional.of(memberId),
            Optional.of(before),
            Optional.of(after),
            effect(Member.role(before), Member.role(after)),
            reversibility(Member.role(before), Member.role(after)));
    return before.equals(after) ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }

  /** What is not known to be more counts as less. */
  private static Effect effect(String before, String after) {
    if (before.equals(after)) {
      return Effect.NEUTRAL;
    }
    boolean grows =
        Role.of(before).flatMap(less -> Role.of(after).map(less::isLessThan)).orElse(false);
    return grows ? Effect.GRANTS : Effect.REDUCES;
  }

  /** A role that nobody can give does not come back. */
  private static Reversibility reversibility(String before, String after) {
    return before.equals(after) || Role.of(before).isPresent()
        ? Reversibility.LOSSLESS
        : Reversibility.IRREVERSIBLE;
  }
}
