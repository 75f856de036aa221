package agency.steward.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Folds Instantly's two answers about billing (facts.md 4.7) into one. Having no plan is said in
 * several ways: no subscription, all of them cancelled, plans without an id. What counts is the
 * plan for sending (outreach, or a bundle with it): without it the workspace answers 402.
 */
final class PlanFolding {
  private static final String SUBSCRIPTIONS = "subscriptions";

  private PlanFolding() {}

  /**
   * @param details {@code plan-details}
   * @param subscriptions {@code subscription-details}
   * @param workspace Instantly's id: those of others in its group are not its own
   */
  static Plan of(ObjectNode details, ObjectNode subscriptions, String workspace, Instant now) {
    var found = new LinkedHashMap<String, Paid>();
    JsonNode plans = details.path(SUBSCRIPTIONS);
    add(found, plans.path("outreach"));
    add(found, plans.path("bundle"));
    for (JsonNode subscription : subscriptions.path(SUBSCRIPTIONS)) {
      if (isPlan(subscription) && isOf(workspace, subscription)) {
        add(found, subscription);
      }
    }
    boolean allCancelled = subscriptions.path("all_subs_cancelled").asBoolean(false);
    return best(found, allCancelled, now).orElseGet(() -> none(details, subscriptions));
  }

  private static void add(Map<String, Paid> found, JsonNode told) {
    Paid.of(told).ifPresent(paid -> found.merge(paid.id(), paid, Paid::with));
  }

  private static boolean isPlan(JsonNode subscription) {
    return !subscription.path("plan_type").asText().equals("plt_addon")
        && !subscription.path("product_type").asText().equals("prt_leadfinder");
  }

  private static boolean isOf(String workspace, JsonNode subscription) {
    return Paid.text(subscription, "workspace_id").map(workspace::equals).orElse(true);
  }

  private static Optional<Plan> best(Map<String, Paid> found, boolean allCancelled, Instant now) {
    return found.values().stream()
        .map(paid -> Plan.of(paid, allCancelled, now))
        .min(Comparator.comparing(Plan::status));
  }

  /** That there is none is only said by two answers that can be read. */
  private static Plan none(ObjectNode details, ObjectNode subscriptions) {
    boolean readable =
        details.path(SUBSCRIPTIONS).isObject() && subscriptions.path(SUBSCRIPTIONS).isArray();
    return readable
        ? Plan.none(Paid.text(details.path(SUBSCRIPTIONS).path("outreach"), "plan_name"))
        : Plan.UNKNOWN;
  }
}
