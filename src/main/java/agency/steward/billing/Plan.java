package agency.steward.billing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A workspace's plan, in one shape.
 *
 * @param renewsAt when it is paid for again; only of an active one
 * @param cancelsAt when it ends, or has ended
 */
record Plan(
    PlanStatus status,
    Optional<String> id,
    Optional<String> name,
    Optional<Instant> renewsAt,
    Optional<Instant> cancelsAt) {

  /** Of a workspace that was not asked because it is known to have none: 402 (facts.md 1.5). */
  static final Plan LAPSED = bare(PlanStatus.LAPSED);

  static final Plan UNKNOWN = bare(PlanStatus.UNKNOWN);

  private static Plan bare(PlanStatus status) {
    return new Plan(status, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Plan none(Optional<String> name) {
    return new Plan(PlanStatus.LAPSED, Optional.empty(), name, Optional.empty(), Optional.empty());
  }

  static Plan of(Paid paid, boolean allCancelled, Instant now) {
    PlanStatus status = paid.status(allCancelled, now);
    return new Plan(
        status,
        Optional.of(paid.id()),
        paid.name(),
        status == PlanStatus.ACTIVE ? paid.periodEnd() : Optional.empty(),
        paid.end(allCancelled));
  }

  /** Whether it may be paid for again before then; of one nobody knows, it may. */
  boolean mayRenewBefore(Instant moment) {
    return switch (status) {
      case ACTIVE -> renewsAt.map(at -> at.isBefore(moment)).orElse(true);
      case CANCELLING, LAPSED -> false;
      case UNKNOWN -> true;
    };
  }

  /** As it goes out: every field, null where there is nothing to say. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("status", status.wire());
    json.set("plan_id", json(id));
    json.set("plan_name", json(name));
    json.set("renews_at", json(renewsAt));
    json.set("cancels_at", json(cancelsAt));
    return json;
  }

  private static JsonNode json(Optional<?> value) {
    return value
        .<JsonNode>map(present -> JsonNodeFactory.instance.textNode(present.toString()))
        .orElse(JsonNodeFactory.instance.nullNode());
  }
}
