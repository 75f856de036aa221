package agency.steward.group.change;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What inviting a sub workspace comes to, compared with the links there are. */
final class InvitePlan {
  private InvitePlan() {}

  /**
   * @param present the open link of the two, where there is one
   */
  static Plan of(String sub, Optional<ObjectNode> present) {
    Optional<ObjectNode> before = present.map(LinkObject::essentials);
    ObjectNode wanted =
        JsonNodeFactory.instance.objectNode().put(LinkObject.SUB, sub).put("status", "pending");
    var change =
        new Change(
            GroupInvitation.NAME,
            sub,
            before.map(link -> LinkObject.text(link, LinkObject.ID)),
            before,
            before.or(() -> Optional.of(wanted)),
            before.isPresent() ? Effect.NEUTRAL : Effect.GRANTS,
            Reversibility.LOSSLESS);
    return before.isPresent() ? new Plan.AlreadySo(change) : new Plan.Needed(change);
  }
}
