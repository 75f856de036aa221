package agency.steward.changeset.settle;

import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Looks;
import agency.steward.changeset.attempt.Recorder;
import agency.steward.changeset.lease.Leases;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.idempotency.Settlement;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Settles by hand, at any time, for tests of the engine. */
@ApplicationScoped
public class Settling {
  private final ChangeStore store;
  private final Heirs heirs;
  private final Leases leases;
  private final Recorder recorder;
  private final ChangeSetConfig config;

  Settling(
      ChangeStore store, Heirs heirs, Leases leases, Recorder recorder, ChangeSetConfig config) {
    this.store = store;
    this.heirs = heirs;
    this.leases = leases;
    this.recorder = recorder;
    this.config = config;
  }

  /** Every open row of a set, as an heir would that far in the future. */
  public void settle(String set, Looks looks, Duration later) {
    var now = InstantSource.offset(InstantSource.system(), later);
    store
        .changes(ChangeSetId.parse(set).orElseThrow(), Optional.empty(), Optional.empty(), 0, 1_000)
        .stream()
        .filter(RecordedChange::isOpen)
        .forEach(row -> settle(row, looks, now));
  }

  public void settle(RecordedChange row, Looks looks, InstantSource now) {
    settler(looks, now).settle(row);
  }

  public void settleDue(Looks looks, InstantSource now) {
    settler(looks, now).settleDue();
  }

  public Settlement settlement(Looks looks, InstantSource now) {
    return new ChangeSetSettlement(store, heirs, settler(looks, now));
  }

  private Settler settler(Looks looks, InstantSource now) {
    return new Settler(store, heirs, leases, looks, recorder, config, now);
  }
}
