package agency.steward.changeset.lane;

import agency.steward.changeset.stored.Bulk;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.workspace.Workspace;
import java.util.Set;

/** A lane that is being run. */
record Run(Lane lane, ChangeSet set, Workspace workspace) {

  /** Rules that a second person has lifted. */
  Set<String> lifted() {
    return set.bulk().map(Bulk::overrides).orElse(Set.of());
  }
}
