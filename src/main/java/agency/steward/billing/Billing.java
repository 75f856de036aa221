package agency.steward.billing;

import agency.steward.fleet.answer.Outward;
import agency.steward.instantly.InstantlyWorkspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** What Instantly says about one workspace's billing at one moment: two calls. */
record Billing(Plan plan, ObjectNode details, ObjectNode subscriptions) {
  private static final String DETAILS = "/workspace-billing/plan-details";
  private static final String SUBSCRIPTIONS = "/workspace-billing/subscription-details";

  static Billing in(InstantlyWorkspace there, Instant now) {
    ObjectNode details = there.get(DETAILS);
    ObjectNode subscriptions = there.get(SUBSCRIPTIONS);
    String workspace = there.workspace().instantlyId().value();
    return new Billing(
        PlanFolding.of(details, subscriptions, workspace, now), details, subscriptions);
  }

  /** The plan, and Instantly's two objects. */
  ObjectNode json() {
    ObjectNode json = plan.json();
    json.set("plan_details", details);
    json.set("subscription_details", outward(subscriptions));
    return json;
  }

  private static ObjectNode outward(ObjectNode subscriptions) {
    ObjectNode outward = subscriptions.deepCopy();
    if (outward.path("subscriptions") instanceof ArrayNode rows) {
      for (int i = 0; i < rows.size(); i++) {
        rows.set(i, renamed(rows.get(i)));
      }
    }
    return outward;
  }

  private static JsonNode renamed(JsonNode row) {
    ObjectNode renamed = JsonNodeFactory.instance.objectNode();
    row.properties().forEach(f -> renamed.set(Outward.name(f.getKey()), f.getValue()));
    return row.isObject() ? renamed : row;
  }
}
