package agency.steward.changeset.settle;

import agency.steward.changeset.ChangeKinds;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Gathers what belongs to a row that was left open. */
@ApplicationScoped
class Heirs {
  private final ChangeSetStore store;
  private final Workspaces workspaces;
  private final ChangeKinds kinds;

  Heirs(ChangeSetStore store, Workspaces workspaces, ChangeKinds kinds) {
    this.store = store;
    this.workspaces = workspaces;
    this.kinds = kinds;
  }

  /** Empty where nobody can look any more: the workspace was forgotten, or the kind. */
  Optional<Inherited> of(RecordedChange row) {
    ChangeSet set = store.find(row.changeSet()).orElseThrow();
    return workspaces
        .find(row.workspace())
        .flatMap(workspace ->
            kinds.find(row.kindIn(set)).map(kind -> new Inherited(set, row, workspace, kind)));
  }
}
