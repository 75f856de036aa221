package agency.steward.changeset.show;

import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.Summary;

/** What {@code progress} says. */
record Progress(String state, ChangeSetView.Counts counts, ChangeSetView.Estimate estimate) {

  static Progress of(ChangeSet set, Summary rows, Pace pace) {
    return new Progress(
        set.state().wire(),
        ChangeSetView.Counts.of(rows),
        ChangeSetView.Estimate.of(set, rows, pace));
  }
}
