package agency.steward.tag.change;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Patch;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import agency.steward.tag.read.Tag;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What another label or description comes to, compared with what is. Pure. */
final class EditPlan {
  /** With the present tag: another one that has the wanted label. */
  static final String TAKEN_BY = "taken_by";

  private EditPlan() {}

  static Plan of(ObjectNode set, ObjectNode present) {
    if (present.path(TAKEN_BY) instanceof ObjectNode other) {
      return new Plan.Impossible(Ensuring.taken(other));
    }
    ObjectNode before = Tag.essentials(present);
    ObjectNode after = Patch.with(before, set);
    var change =
        new Change(
            Edit.NAME,
            Tag.label(before),
            Optional.of(Tag.id(before)),
            Optional.of(before),
            Optional.of(after),
            Effect.NEUTRAL,
            Reversibility.LOSSLESS);
    return before.equals(after) ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }
}
