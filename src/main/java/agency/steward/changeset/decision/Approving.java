package agency.steward.changeset.decision;

import agency.steward.changeset.guard.GuardConfig;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeWriteStore;
import agency.steward.changeset.stored.State;
import agency.steward.changeset.stored.Summary;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A second person says yes or no. */
@ApplicationScoped
public class Approving {
  private static final String NO_RULE =
      "This is not a rule that objects to this change set and can be lifted.";

  private final DecisionStore store;
  private final ChangeSetStore sets;
  private final ChangeWriteStore rows;
  private final Objections objections;
  private final GuardConfig guards;
  private final Ledger ledger;
  private final InstantSource clock;

  Approving(
      DecisionStore store,
      ChangeSetStore sets,
      ChangeWriteStore rows,
      Objections objections,
      GuardConfig guards,
      Ledger ledger,
      InstantSource clock) {
    this.store = store;
    this.sets = sets;
    this.rows = rows;
    this.objections = objections;
    this.guards = guards;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * A yes.
   *
   * @param digest of the plan that was looked at
   * @param overrides rules that it lifts
   */
  public record Yes(String digest, List<String> overrides, Optional<String> reason) {}

  /**
   * Whoever asked for it does not approve it; the same person twice counts once. For a set that is
   * held, rules that object to its going on can be lifted.
   */
  @Transactional
  public void approve(ChangeSet seen, Yes yes, Decider decider) {
    ChangeSet set = store.locked(seen.id(), decider);
    if (set.createdBy().equals(decider.principal())) {
      throw Problem.of(
              ProblemCode.SELF_APPROVAL,
              "You asked for this change set; somebody else approves it.")
          .thrown();
    }
    objections.checkAge(set);
    if (set.state() != State.PAUSED) {
      checkOpen(set);
    }
    Objections.checkDigest(set, yes.digest());
    checkOverrides(set, yes);
    store.approve(
        set.id(),
        decider.principal(),
        clock.instant(),
        yes.digest(),
        yes.overrides(),
        yes.reason(),
        needed(set, yes));
    if (set.startedAt().isEmpty()) {
      rows.release(set.id());
    }
    ObjectNode facts = JsonNodeFactory.instance.objectNode().put("digest", yes.digest());
    yes.overrides().forEach(facts.withArray("overrides")::add);
    record(set, "change_set.approve", yes.reason(), facts, decider);
  }

  /** A lifted rule makes a set as delicate as any; what was set going keeps what it needed. */
  private int needed(ChangeSet set, Yes yes) {
    return yes.overrides().isEmpty() || set.startedAt().isPresent()
        ? set.requiredApprovals()
        : Math.max(set.requiredApprovals(), guards.approvals().required());
  }

  private static void checkOpen(ChangeSet set) {
    if (!set.state().isDecidable()) {
      throw Objections.state(set, "It can be decided once it is planned, until it is applied.");
    }
  }

  private void checkOverrides(ChangeSet set, Yes yes) {
    if (yes.overrides().isEmpty()) {
      return;
    }
    if (yes.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
      throw Problem.invalid("/reason", "Say why the rule is lifted").thrown();
    }
    Map<String, Boolean> liftable = liftable(set.startedAt().isPresent() ? now(set) : all(set));
    for (int at = 0; at < yes.overrides().size(); at++) {
      if (!liftable.getOrDefault(yes.overrides().get(at), false)) {
        throw Problem.invalid(
                "/override/" + at, "%s Can be lifted: %s".formatted(NO_RULE, names(liftable)))
            .thrown();
      }
    }
  }

  private static String names(Map<String, Boolean> liftable) {
    var names = liftable.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey);
    return names.sorted().reduce((some, next) -> some + ", " + next).orElse("nothing");
  }

  /** Rows that were blocked when it was set going stay so. */
  private ArrayNode now(ChangeSet set) {
    return objections.violations(set);
  }

  private ArrayNode all(ChangeSet set) {
    var all = set.bulk().orElseThrow().violations().deepCopy();
    all.addAll(
        sets.summaries(List.of(set.id())).getOrDefault(set.id(), Summary.EMPTY).violations());
    return all.addAll(now(set));
  }

  private static Map<String, Boolean> liftable(ArrayNode violations) {
    var liftable = new HashMap<String, Boolean>();
    for (JsonNode each : violations) {
      liftable.merge(
          each.path("rule").asText(), each.path("overridable").asBoolean(), Boolean::logicalOr);
    }
    return liftable;
  }

  /** A no, for good. */
  @Transactional
  public void reject(ChangeSet seen, String reason, Decider decider) {
    ChangeSet set = store.locked(seen.id(), decider);
    objections.checkAge(set);
    checkOpen(set);
    store.end(set.id(), State.REJECTED, clock.instant());
    record(
        set,
        "change_set.reject",
        Optional.of(reason),
        JsonNodeFactory.instance.objectNode(),
        decider);
  }

  private void record(
      ChangeSet set, String action, Optional<String> reason, ObjectNode facts, Decider decider) {
    ledger.append(
        LedgerEntry.of(decider.actor(), action)
            .of(set.id().value())
            .because(reason)
            .asked(decider.requestId())
            .with(facts));
  }
}
