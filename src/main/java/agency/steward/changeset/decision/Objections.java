package agency.steward.changeset.decision;

import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.stored.Bulk;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.State;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What prevents a change set from going on. */
@ApplicationScoped
class Objections {
  private final Rejudging rejudging;
  private final InstantSource clock;

  Objections(Rejudging rejudging, InstantSource clock) {
    this.rejudging = rejudging;
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
    check(age(set));
  }

  private Optional<Problem> age(ChangeSet set) {
    Instant now = clock.instant();
    boolean old =
        set.state().isDecidable()
            && set.expiresAt().filter(until -> !now.isBefore(until)).isPresent();
    return old || set.state() == State.EXPIRED
        ? Optional.of(
            Problem.of(
                ProblemCode.PLAN_EXPIRED,
                "The plan is older than it may be. POST /v1/change-sets/{id}/refresh plans it again."))
        : Optional.empty();
  }

  /** Throws if something prevents it from being applied now. */
  void checkApply(ChangeSet set, int approvals) {
    check(against(set, approvals));
  }

  /** The first thing that prevents it from being applied now. */
  Optional<Problem> against(ChangeSet set, int approvals) {
    return age(set)
        .or(() -> undecidable(set))
        .or(() -> unapproved(set, approvals))
        .or(() -> rules(set));
  }

  private static Optional<Problem> undecidable(ChangeSet set) {
    return set.state().isDecidable()
        ? Optional.empty()
        : Optional.of(
            standing(
                set, "It can be applied once it is planned, until it is rejected or cancelled."));
  }

  private static Optional<Problem> unapproved(ChangeSet set, int approvals) {
    return approvals >= set.requiredApprovals()
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.APPROVAL_REQUIRED,
                "%d of %d approvals are there. Somebody else approves by POST /v1/change-sets/{id}/approve."
                    .formatted(approvals, set.requiredApprovals())));
  }

  /** Throws if a rule for the whole set objects now. */
  void checkRules(ChangeSet set) {
    check(rules(set));
  }

  private Optional<Problem> rules(ChangeSet set) {
    ArrayNode violations = violations(set);
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Problem.of(ProblemCode.GUARD_VIOLATED, detail(violations))
                .with("violations", violations));
  }

  private static void check(Optional<Problem> objection) {
    if (objection.isPresent()) {
      throw objection.get().thrown();
    }
  }

  private static String detail(ArrayNode violations) {
    JsonNode first = violations.get(0);
    return first.path("detail").asText()
        + " A second person can lift it: POST /v1/change-sets/{id}/approve with %s in override, and a reason."
            .formatted(first.path("rule").asText());
  }

  /**
   * The rules for the whole set that object and that nobody has lifted: now, or when the set was
   * planned. Only a freeze that has ended since does not count.
   */
  ArrayNode violations(ChangeSet set) {
    Bulk bulk = set.bulk().orElseThrow();
    List<ObjectNode> now = rejudging.findings(set.id()).stream().map(Finding::json).toList();
    ArrayNode left = JsonNodeFactory.instance.arrayNode();
    Stream.concat(bulk.violations().valueStream().filter(each -> isPast(each, now)), now.stream())
        .filter(each -> !bulk.overrides().contains(each.path("rule").asText()))
        .forEach(left::add);
    return left;
  }

  private static boolean isPast(JsonNode planned, List<ObjectNode> now) {
    return !planned.path("rule").asText().equals(SetRules.FREEZE_WINDOW)
        && now.stream().noneMatch(each -> isOfTheSameRows(each, planned));
  }

  private static boolean isOfTheSameRows(JsonNode one, JsonNode other) {
    return one.path("rule").equals(other.path("rule"))
        && one.path("seqs").equals(other.path("seqs"));
  }

  static RuntimeException state(ChangeSet set, String when) {
    return standing(set, when).thrown();
  }

  private static Problem standing(ChangeSet set, String when) {
    return Problem.of(
            ProblemCode.CHANGE_SET_STATE,
            "The change set is %s. %s".formatted(set.state().wire(), when))
        .with("state", set.state().wire());
  }
}
