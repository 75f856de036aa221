package agency.steward.changeset.attempt;

import agency.steward.changeset.lease.Lease;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.ChangeWriteStore;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.changeset.stored.RowEnd;
import agency.steward.idempotency.Idempotency;
import agency.steward.ledger.Actor;
import agency.steward.ledger.Ledger;
import agency.steward.ledger.LedgerEntry;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Writes down what is about to be done, and how it ended: each with its ledger entry. */
@ApplicationScoped
@Transactional
public class Recorder {
  /** Under which a keyed request is bound to its change set. */
  public static final String KIND = "change_set";

  private final ChangeWriteStore store;
  private final Ledger ledger;
  private final Idempotency idempotency;
  private final ChangeSetConfig config;
  private final DatabaseTime time;

  Recorder(
      ChangeWriteStore store,
      Ledger ledger,
      Idempotency idempotency,
      ChangeSetConfig config,
      DatabaseTime time) {
    this.store = store;
    this.ledger = ledger;
    this.idempotency = idempotency;
    this.config = config;
    this.time = time;
  }

  /** Before the write. Throws {@code SUBJECT_BUSY} where it must not be sent. */
  public void intend(Attempt attempt, List<Lease> held) {
    Instant now = time.now();
    var draft = attempt.draft(now);
    if (!store.begin(draft, held, config.lease(), now.plus(config.lease()))) {
      throw Leases.busy();
    }
    idempotency.bind(KIND, attempt.id().value());
    ledger.append(attempt.entry("attempt", json().put("digest", draft.digest())));
  }

  /**
   * After the write; gives the leases back.
   *
   * @return false where an heir was faster: its word counts
   */
  public boolean end(Attempt attempt, RowEnd end, List<Lease> held) {
    boolean counts =
        attempt.bulk()
            ? store.endOfMany(attempt.id(), attempt.seq(), end, held, time.now())
            : store.end(attempt.id(), end, held);
    if (!counts) {
      return false;
    }
    if (end.result() == Result.APPLIED) {
      attempt.kind().list().ifPresent(list -> grown(attempt, list));
    }
    ledger.append(attempt.entry("outcome", facts(end)));
    return true;
  }

  private void grown(Attempt attempt, String list) {
    if (attempt.growth() > 0) {
      store.come(attempt.workspace(), list, attempt.id(), List.of(attempt.seq()));
    } else if (attempt.growth() < 0) {
      store.gone(attempt.workspace(), list, 1);
    }
  }

  /** What ended before anything was sent. */
  public void note(Attempt attempt, Ending ending) {
    RowEnd end = ending.row(time.now());
    store.addEnded(attempt.draft(time.now()), end);
    ledger.append(attempt.entry("outcome", facts(end)));
  }

  /** Takes over a row that was left open; false where it was ended meanwhile. */
  public boolean inherit(RecordedChange row, Lease lease, Instant nextLook) {
    return store.inherit(row.changeSet(), row.seq(), lease, nextLook);
  }

  /** Nobody can look any more: the workspace or the kind is no longer known. */
  public void abandon(RecordedChange row, Lease lease) {
    Instant now = time.now();
    if (store.inherit(row.changeSet(), row.seq(), lease, now)) {
      RowEnd end = new Ending.Unknown().row(now);
      if (row.isOfMany()) {
        store.endOfMany(row.changeSet(), row.seq(), end, List.of(lease), now);
      } else {
        store.end(row.changeSet(), end, List.of(lease));
      }
      ledger.append(
          LedgerEntry.of(Actor.STEWARD, "change.abandon")
              .in(row.workspace())
              .of(row.changeSet().value())
              .with(json().put("subject", row.change().subject()).put("result", "unknown")));
    }
  }

  private static ObjectNode facts(RowEnd end) {
    ObjectNode facts = json().put("result", end.result().wire()).put("verified", end.verified());
    end.problem().ifPresent(problem -> facts.put("code", problem.path("code").asText()));
    if (!end.violations().isEmpty()) {
      end.violations().forEach(each -> facts.withArray("rules").add(each.path("rule").asText()));
    }
    return facts;
  }

  private static ObjectNode json() {
    return JsonNodeFactory.instance.objectNode();
  }
}
