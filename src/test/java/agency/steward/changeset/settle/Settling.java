package agency.steward.changeset.settle;

import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.attempt.Recorder;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.DatabaseTime;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Times;
import agency.steward.idempotency.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** Settles by hand, at any time, for tests of the engine. */
@ApplicationScoped
public class Settling {
  private final ChangeStore store;
  private final Heirs heirs;
  private final Leases leases;
  private final Recorder recorder;
  private final ChangeSetConfig config;
  private final DatabaseTime time;

  Settling(
      ChangeStore store,
      Heirs heirs,
      Leases leases,
      Recorder recorder,
      ChangeSetConfig config,
      DatabaseTime time) {
    this.store = store;
    this.heirs = heirs;
    this.leases = leases;
    this.recorder = recorder;
    this.config = config;
    this.time = time;
  }

  /** Every open row of a set, as an heir would that far in the future. */
  public void settle(String set, Looks looks, Duration later) {
    var now = Times.after(time, () -> later);
    store
        .changes(ChangeSetId.parse(set).orElseThrow(), Optional.empty(), Optional.empty(), 0, 1_000)
        .stream()
        .filter(RecordedChange::isOpen)
        .forEach(row -> settle(row, looks, now));
  }

  public void settle(RecordedChange row, Looks looks, DatabaseTime now) {
    settler(looks, now).settle(row);
  }

  public void settleDue(Looks looks, DatabaseTime now) {
    settler(looks, now).settleDue();
  }

  public Settlement settlement(Looks looks, DatabaseTime now) {
    return new ChangeSetSettlement(store, heirs, settler(looks, now));
  }

  private Settler settler(Looks looks, DatabaseTime now) {
    return new Settler(store, heirs, leases, looks, recorder, config, now);
  }
}
