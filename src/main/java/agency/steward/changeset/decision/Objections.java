package agency.steward.changeset.decision;

import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.stored.Bulk;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.State;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** What stands against going on with a set. */
@ApplicationScoped
class Objections {
  private final GuardConfig config;
  private final InstantSource clock;

  Objections(GuardConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  /** Only the plan that somebody has looked at. */
  static void checkDigest(ChangeSet set, String digest) {
    if (set.digest().filter(digest::equals).isEmpty()) {
      throw Problem.of(
              ProblemCode.PLAN_DIGEST_MISMATCH,
              "The plan is another one than that with this digest. Look at it again.")
          .at("/digest", "Is not the digest of the present plan")
          .thrown();
    }
  }

  void checkAge(ChangeSet set) {
    Instant now = clock.instant();
    boolean open = set.state() == State.PLANNED || set.state() == State.APPROVED;
    boolean old = open && set.expiresAt().filter(until -> !now.isBefore(until)).isPresent();
    if (old || set.state() == State.EXPIRED) {
      throw Problem.of(
              ProblemCode.PLAN_EXPIRED,
              "The plan is older than it may be. POST /v1/change-sets/{id}/refresh plans it again.")
          .thrown();
    }
  }

  /** Throws what stands against it being applied now. */
  void checkApply(ChangeSet set, int approvals) {
    checkAge(set);
    if (set.state() != State.PLANNED && set.state() != State.APPROVED) {
      throw state(set, "It can be applied once it is planned, until it is rejected or cancelled.");
    }
    if (approvals < set.requiredApprovals()) {
      throw Problem.of(
              ProblemCode.APPROVAL_REQUIRED,
              "%d of %d approvals are there. Somebody else approves by POST /v1/change-sets/{id}/approve."
                  .formatted(approvals, set.requiredApprovals()))
          .thrown();
    }
    ArrayNode violations = violations(set);
    if (!violations.isEmpty()) {
      throw Problem.of(ProblemCode.GUARD_VIOLATED, detail(violations))
          .with("violations", violations)
          .thrown();
    }
  }

  private static String detail(ArrayNode violations) {
    JsonNode first = violations.get(0);
    return first.path("detail").asText()
        + " A second person can lift it: POST /v1/change-sets/{id}/approve with override [\"%s\"] and a reason."
            .formatted(first.path("rule").asText());
  }

  /** Rules for the whole set that nobody has lifted, a freeze as it is at this moment. */
  ArrayNode violations(ChangeSet set) {
    Bulk bulk = set.bulk().orElseThrow();
    ArrayNode left = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : bulk.violations()) {
      if (!isLifted(each, bulk.overrides()) && !isFreeze(each)) {
        left.add(each);
      }
    }
    Optional<Finding> frozen = SetRules.frozen(config, clock.instant());
    frozen
        .filter(found -> !bulk.overrides().contains(found.rule()))
        .ifPresent(found -> left.add(found.json()));
    return left;
  }

  private static boolean isLifted(JsonNode violation, Set<String> overrides) {
    return overrides.contains(violation.path("rule").asText());
  }

  private static boolean isFreeze(JsonNode violation) {
    return violation.path("rule").asText().equals(SetRules.FREEZE_WINDOW);
  }

  static RuntimeException state(ChangeSet set, String when) {
    return Problem.of(
            ProblemCode.CHANGE_SET_STATE,
            "The change set is %s. %s".formatted(set.state().wire(), when))
        .with("state", set.state().wire())
        .thrown();
  }
}
