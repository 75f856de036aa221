package agency.steward.changeset.desk;

import agency.steward.changeset.planning.PlanRecorder;
import agency.steward.changeset.show.ChangeSets;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.idempotency.Settlement;
import agency.steward.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Whoever repeats a request whose process died is shown the set that came of it. */
@ApplicationScoped
class BulkSettlement implements Settlement {
  private final ChangeSetStore store;
  private final ChangeSets sets;

  BulkSettlement(ChangeSetStore store, ChangeSets sets) {
    this.store = store;
    this.sets = sets;
  }

  @Override
  public String kind() {
    return PlanRecorder.KIND;
  }

  @Override
  public Optional<StoredAnswer> settle(UUID id) {
    return store.find(new ChangeSetId(id)).map(set -> StoredAnswer.of(Creating.answer(sets, set)));
  }
}
