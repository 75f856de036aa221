package agency.steward.changeset.lane;

import agency.steward.changeset.attempt.Stay;
import agency.steward.changeset.stored.Bulk;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.workspace.Workspace;
import java.util.Set;

/** A lane that is being run. */
public record Run(Lane lane, ChangeSet set, Workspace workspace) {

  /** Where its rows are made, for as long as the lane is ours. */
  public Stay stay() {
    return new Stay(workspace, lane.whileOurs());
  }

  /** Rules that a second person has lifted. */
  public Set<String> lifted() {
    return set.bulk().map(Bulk::overrides).orElse(Set.of());
  }
}
