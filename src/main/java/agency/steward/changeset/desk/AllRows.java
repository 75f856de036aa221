package agency.steward.changeset.desk;

import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All rows of a set, page by page. */
@ApplicationScoped
class AllRows {
  private static final int AT_ONCE = 2_000;

  private final ChangeStore store;

  AllRows(ChangeStore store) {
    this.store = store;
  }

  List<RecordedChange> of(ChangeSetId id) {
    var all = new ArrayList<RecordedChange>();
    List<RecordedChange> page;
    do {
      int after = all.isEmpty() ? 0 : all.getLast().seq();
      page = store.changes(id, Optional.empty(), Optional.empty(), after, AT_ONCE);
      all.addAll(page);
    } while (page.size() == AT_ONCE);
    return all;
  }
}
