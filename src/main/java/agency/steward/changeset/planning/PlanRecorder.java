package agency.steward.changeset.planning;

import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeWriteStore;
import agency.steward.idempotency.Idempotency;
import agency.steward.ledger.Actor;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Writes down what is to be planned, and the plan: each with its ledger entry. */
@ApplicationScoped
@Transactional
public class PlanRecorder {
  /** Under which a keyed request is bound to its set. */
  public static final String KIND = "bulk_change_set";

  private final PlanStore store;
  private final PlanRowStore planned;
  private final ChangeWriteStore rows;
  private final Ledger ledger;
  private final Idempotency idempotency;
  private final PlanConfig config;
  private final InstantSource clock;

  PlanRecorder(
      PlanStore store,
      PlanRowStore planned,
      ChangeWriteStore rows,
      Ledger ledger,
      Idempotency idempotency,
      PlanConfig config,
      InstantSource clock) {
    this.store = store;
    this.planned = planned;
    this.rows = rows;
    this.ledger = ledger;
    this.idempotency = idempotency;
    this.config = config;
    this.clock = clock;
  }

  PlanStore.Claimed create(NewSet set, Actor actor, Optional<String> requestId) {
    var claimed = store.create(set, clock.instant(), config.lease());
    idempotency.bind(KIND, set.id().value());
    ObjectNode facts =
        json().put("kind", set.kind()).put("targets", set.requested().targets().size());
    ledger.append(
        LedgerEntry.of(actor, "change_set.create")
            .of(set.id().value())
            .because(set.reason())
            .asked(requestId)
            .with(facts));
    return claimed;
  }

  List<PlanStore.Claimed> takeOver(int most) {
    return store.takeOver(config.lease(), most);
  }

  PlanStore.Claimed again(ChangeSetId id) {
    return store.again(id);
  }

  boolean goesOn(PlanStore.Claimed claimed) {
    return store.goesOn(claimed, config.lease());
  }

  /** False where somebody else has planned it meanwhile: then nothing is stored. */
  boolean seal(ChangeSet set, PlanStore.Claimed claimed, Sealed sealed, Sheet sheet) {
    Instant now = clock.instant();
    if (!store.finish(claimed, sealed, now, expires(now), List.of("planning"))) {
      return false;
    }
    planned.add(set.id(), set.kind(), sheet.rows());
    ledger.append(entry(set, "change_set.plan", sealed, sheet));
    return true;
  }

  /** Nobody can plan it: what there is to say stands with every target. */
  void giveUp(ChangeSet set, PlanStore.Claimed claimed, Sheet sheet) {
    if (store.giveUp(claimed, sheet.coverage(), clock.instant())) {
      planned.add(set.id(), set.kind(), sheet.rows());
      ledger.append(
          LedgerEntry.of(Actor.stewardFor(set.createdBy()), "change_set.give_up")
              .of(set.id().value())
              .because(set.reason())
              .with(json().put("kind", set.kind()).put("tries", claimed.tries() - 1)));
    }
  }

  /**
   * The same set planned once more: what was agreed to stays only where nothing is different.
   *
   * @param same whether it is the plan that it was before
   */
  boolean sealAgain(
      ChangeSet set, PlanStore.Claimed claimed, Sealed sealed, Sheet sheet, boolean same) {
    Instant now = clock.instant();
    if (!store.finish(
        claimed, sealed, now, expires(now), List.of("planned", "approved", "expired"))) {
      return false;
    }
    if (same) {
      store.keepApprovals(set.id());
    } else {
      store.forgetApprovals(set.id());
    }
    planned.clear(set.id());
    planned.add(set.id(), set.kind(), sheet.rows());
    rows.release(set.id());
    ledger.append(entry(set, "change_set.refresh", sealed, sheet));
    return true;
  }

  private Instant expires(Instant now) {
    return now.plus(config.expiresAfter());
  }

  private static LedgerEntry entry(ChangeSet set, String action, Sealed sealed, Sheet sheet) {
    ObjectNode facts =
        json()
            .put("kind", set.kind())
            .put("digest", sealed.digest())
            .put("rows", sheet.rows().size())
            .put("required_approvals", sealed.requiredApprovals());
    facts.set("coverage", sealed.coverage());
    sealed.violations().forEach(each -> facts.withArray("rules").add(each.path("rule").asText()));
    return LedgerEntry.of(Actor.stewardFor(set.createdBy()), action)
        .of(set.id().value())
        .because(set.reason())
        .with(facts);
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
