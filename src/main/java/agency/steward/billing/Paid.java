package agency.steward.billing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * One plan as one of Instantly's answers tells of it.
 *
 * @param id such as {@code pid_hg_v1}
 * @param periodEnd when it is paid for again, unless it ends
 * @param cancelAt when it is to end, or has ended
 */
record Paid(
    String id, Optional<String> name, Optional<Instant> periodEnd, Optional<Instant> cancelAt) {

  /** Empty where no plan is named. */
  static Optional<Paid> of(JsonNode told) {
    return text(told, "product_id")
        .map(id ->
            new Paid(
                id,
                text(told, "plan_name"),
                UnixTime.of(told.path("current_period_end")),
                UnixTime.of(told.path("cancel_at_time"))));
  }

  static Optional<String> text(JsonNode object, String field) {
    return Optional.of(object.path(field))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(value -> !value.isBlank());
  }

  /** What both answers tell of the same plan. */
  Paid with(Paid other) {
    return new Paid(
        id, name.or(other::name), periodEnd.or(other::periodEnd), cancelAt.or(other::cancelAt));
  }

  /** When it ends for good, as far as that is known. */
  Optional<Instant> end(boolean allCancelled) {
    return cancelAt.or(() -> allCancelled ? periodEnd : Optional.empty());
  }

  PlanStatus status(boolean allCancelled, Instant now) {
    return end(allCancelled)
        .map(end -> end.isAfter(now) ? PlanStatus.CANCELLING : PlanStatus.LAPSED)
        .orElse(allCancelled ? PlanStatus.CANCELLING : PlanStatus.ACTIVE);
  }
}
