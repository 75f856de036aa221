package agency.steward.apikey.change;

import agency.steward.apikey.scope.Overprivilege;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Effect;
import agency.steward.changeset.plan.Intent;
import agency.steward.changeset.plan.Plan;
import agency.steward.changeset.plan.Reversibility;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** What is to be done for a new key, and whether somebody should look at it first. */
final class CreationPlan {
  private static final String OVERPRIVILEGED = "overprivileged";
  private static final String GROUP_UNKNOWN = "group_admin_unknown";

  private CreationPlan() {}

  /**
   * Always something: names are not unique.
   *
   * @param present those that have the name already
   */
  static Plan of(Intent intent, Optional<ObjectNode> present) {
    return new Plan.Needed(
        new Change(
            KeyCreation.NAME,
            KeyOrder.name(intent),
            Optional.empty(),
            present,
            Optional.of(after(intent)),
            Effect.GRANTS,
            Reversibility.LOSSLESS));
  }

  private static ObjectNode after(Intent intent) {
    ObjectNode after = KeyOrder.key(intent);
    JsonNode group = KeyOrder.groupAdmin(intent);
    Overprivilege too = Overprivilege.of(KeyOrder.scopes(intent), group.asBoolean());
    if (too.isThere()) {
      too.wire().forEach(after.putArray(OVERPRIVILEGED)::add);
    }
    if (group.isNull()) {
      after.put(GROUP_UNKNOWN, true);
    }
    return after;
  }

  /** It may do too much, or nobody can tell that it may not. */
  static boolean isDelicate(Change change) {
    return change
        .after()
        .filter(after -> after.has(OVERPRIVILEGED) || after.has(GROUP_UNKNOWN))
        .isPresent();
  }
}
