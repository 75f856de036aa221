package agency.steward.changeset.settle;

import agency.steward.changeset.ChangeKind;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;

/** A row that somebody has left open, with what it takes to look what became of it. */
record Inherited(ChangeSet set, RecordedChange row, Workspace workspace, ChangeKind kind) {

  /** As Steward itself goes on with it. */
  Attempt attempt() {
    Attempt left = Attempt.of(set, row, kind);
    return row.origin().triedAt().map(left::begun).orElse(left);
  }

  Duration age(Instant now) {
    Instant begun = row.origin().triedAt().orElseGet(() -> set.startedAt().orElse(set.createdAt()));
    return Duration.between(begun, now);
  }
}
