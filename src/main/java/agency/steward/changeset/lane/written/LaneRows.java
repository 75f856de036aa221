package agency.steward.changeset.lane.written;

import agency.steward.changeset.ChangeKinds;
import agency.steward.changeset.attempt.Attempt;
import agency.steward.changeset.lane.LaneRow;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeStore;
import agency.steward.changeset.stored.RecordedChange;
import agency.steward.changeset.stored.Result;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rows of a lane, with who makes them. */
@ApplicationScoped
public class LaneRows {
  private final ChangeStore store;
  private final ChangeKinds kinds;
  private final ReadingRoom room;

  LaneRows(ChangeStore store, ChangeKinds kinds, ReadingRoom room) {
    this.store = store;
    this.kinds = kinds;
    this.room = room;
  }

  /** Those that are to be made next: of the first phase that has any. */
  public List<LaneRow> pending(ChangeSet set, Workspace workspace) {
    List<RecordedChange> rows =
        room.read(() -> store.ofLane(set.id(), workspace.id(), Result.PENDING));
    int first = rows.stream().mapToInt(row -> row.origin().phase()).min().orElse(0);
    return rows.stream()
        .filter(row -> row.origin().phase() == first)
        .map(row -> row(set, row))
        .toList();
  }

  /** Those that a holder who has died has left open. */
  public List<LaneRow> inherited(ChangeSet set, Workspace workspace) {
    return room.read(() -> store.ofLane(set.id(), workspace.id(), Result.RUNNING)).stream()
        .map(row -> begun(set, row))
        .toList();
  }

  private LaneRow begun(ChangeSet set, RecordedChange row) {
    LaneRow left = row(set, row);
    return row.origin().triedAt().map(left::begun).orElse(left);
  }

  private LaneRow row(ChangeSet set, RecordedChange row) {
    String name = row.kindIn(set);
    var kind =
        kinds
            .find(name)
            .orElseThrow(() -> new IllegalStateException("unknown kind of change: " + name));
    return new LaneRow(row, Attempt.of(set, row, kind));
  }
}
