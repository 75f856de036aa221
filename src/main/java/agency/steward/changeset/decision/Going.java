package agency.steward.changeset.decision;

import agency.steward.changeset.guard.SetRules;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.ChangeWriteStore;
import agency.steward.changeset.stored.State;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/** Applies, pauses, resumes and cancels a plan. Doing the same twice changes nothing. */
@ApplicationScoped
public class Going {
  private final DecisionStore store;
  private final ChangeSetStore sets;
  private final ChangeWriteStore rows;
  private final Objections objections;
  private final Rejudging rejudging;
  private final Ledger ledger;
  private final InstantSource clock;

  Going(
      DecisionStore store,
      ChangeSetStore sets,
      ChangeWriteStore rows,
      Objections objections,
      Rejudging rejudging,
      Ledger ledger,
      InstantSource clock) {
    this.store = store;
    this.sets = sets;
    this.rows = rows;
    this.objections = objections;
    this.rejudging = rejudging;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * From here on its rows are made, unless something prevents that.
   *
   * @param digest of the plan that the caller has seen
   * @return false if it was running already
   */
  @Transactional
  public boolean apply(ChangeSet seen, String digest, Decider decider) {
    ChangeSet set = store.locked(seen.id(), decider);
    Objections.checkDigest(set, digest);
    if (set.startedAt().isPresent()) {
      return false;
    }
    objections.checkApply(set, approvals(set.id()));
    begin(set, decider);
    return true;
  }

  /**
   * The same for a set that is to be applied as soon as nothing prevents it; false if something
   * does.
   */
  @Transactional
  public boolean applyIfAllowed(ChangeSetId id) {
    ChangeSet set = store.locked(id);
    boolean wanted = set.bulk().orElseThrow().applyWhenAllowed() && set.startedAt().isEmpty();
    if (!wanted || objections.against(set, approvals(id)).isPresent()) {
      return false;
    }
    begin(set, Decider.forWhoAsked(set));
    return true;
  }

  private void begin(ChangeSet set, Decider decider) {
    store.begin(set.id(), clock.instant());
    record(set, "change_set.apply", decider);
    rows.finish(set.id(), clock.instant());
  }

  private int approvals(ChangeSetId id) {
    return sets.approvals(List.of(id)).getOrDefault(id, List.of()).size();
  }

  /** No further row is begun; those in flight finish. If they were the last, the set is over. */
  @Transactional
  public void pause(ChangeSet seen, Decider decider) {
    ChangeSet set = store.locked(seen.id(), decider);
    if (set.state() == State.PAUSED) {
      return;
    }
    if (set.state() != State.RUNNING) {
      throw Objections.state(set, "Only a running one can be held.");
    }
    store.move(set.id(), State.PAUSED);
    record(set, "change_set.pause", decider);
    rows.finish(set.id(), clock.instant());
  }

  /**
   * A freeze that begins pauses the running sets, as a person would; after it somebody has to
   * resume them. See docs/decisions/set-rules-at-apply.md
   */
  @Transactional
  public void holdFrozen() {
    if (rejudging.isFrozen()) {
      for (ChangeSetId id : store.unfrozen()) {
        store.move(id, State.PAUSED);
        ChangeSet set = sets.find(id).orElseThrow();
        record(
            set,
            "change_set.pause",
            Decider.forWhoAsked(set),
            facts(set).put("rule", SetRules.FREEZE_WINDOW));
      }
    }
  }

  /** Throws if a rule for the whole set objects now. */
  @Transactional
  public void resume(ChangeSet seen, Decider decider) {
    ChangeSet set = store.locked(seen.id(), decider);
    if (set.state() == State.RUNNING) {
      return;
    }
    if (set.state() != State.PAUSED) {
      throw Objections.state(set, "Only one that is held can go on.");
    }
    objections.checkRules(set);
    store.move(set.id(), State.RUNNING);
    record(set, "change_set.resume", decider);
    rows.finish(set.id(), clock.instant());
  }

  /** Rows that were not begun are not made; those in flight finish. */
  @Transactional
  public void cancel(ChangeSet seen, Decider decider) {
    ChangeSet set = store.locked(seen.id(), decider);
    if (set.state() == State.CANCELLED || set.state() == State.CANCELLING) {
      return;
    }
    if (set.state().isFinal()) {
      throw Objections.state(set, "What is over cannot be cancelled.");
    }
    if (set.startedAt().isEmpty()) {
      store.end(set.id(), State.CANCELLED, clock.instant());
    } else {
      store.move(set.id(), State.CANCELLING);
      store.cancelRows(set.id());
      rows.finish(set.id(), clock.instant());
    }
    record(set, "change_set.cancel", decider);
  }

  /** Plans that nobody has applied in time. */
  @Transactional
  public void expire() {
    store.expire(clock.instant());
  }

  /**
   * Sets whose replica died after the last lane had ended and before it could say so, and cancelled
   * sets with rows that such a replica left behind.
   */
  @Transactional
  public void finishOver() {
    store.stranded().forEach(store::cancelRows);
    store.going().forEach(id -> rows.finish(id, clock.instant()));
  }

  private void record(ChangeSet set, String action, Decider decider) {
    record(set, action, decider, facts(set));
  }

  private static ObjectNode facts(ChangeSet set) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("digest", set.digest().orElse(""))
        .put("required_approvals", set.requiredApprovals());
  }

  private void record(ChangeSet set, String action, Decider decider, ObjectNode facts) {
    ledger.append(
        LedgerEntry.of(decider.actor(), action)
            .of(set.id().value())
            .because(set.reason())
            .asked(decider.requestId())
            .with(facts));
  }
}
