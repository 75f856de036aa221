package agency.steward.tag.change.assignment;

import agency.steward.changeset.plan.Change;
import agency.steward.fleet.answer.Outward;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What is so now of every pair, which of them were changed, and which live campaigns it touches.
 */
final class AssignmentAnswer {
  private AssignmentAnswer() {}

  /**
   * @param changed whether it was this change that made it so
   */
  static ObjectNode of(Workspace workspace, Change change, boolean changed) {
    Tagging before = Assignment.before(change);
    Tagging after = Assignment.after(change);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("resource_type", after.carrier().wire());
    ArrayNode results = body.putArray("results");
    int different = 0;
    for (Tagging.Pair pair : after.pairs()) {
      boolean made = changed && before.has(pair) != after.has(pair);
      different += made ? 1 : 0;
      results
          .addObject()
          .put("tag_id", pair.tag())
          .put("label", after.tags().get(pair.tag()))
          .put("resource_id", pair.resource())
          .put("assigned", after.has(pair))
          .put("result", made ? "changed" : "already_so");
    }
    body.putObject("counts")
        .put("changed", different)
        .put("already_so", results.size() - different);
    body.putArray("effects").addAll(LiveCampaigns.effects(change));
    return Outward.object(workspace, body);
  }
}
