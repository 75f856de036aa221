package agency.steward.changeset.lane.claim;

import agency.steward.changeset.lane.Lane;
import agency.steward.changeset.stored.ChangeSet;
import agency.steward.changeset.stored.ChangeSetId;
import agency.steward.changeset.stored.ChangeSetStore;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What lanes that were taken together have to know: read once for all, by the first that asks. */
final class Briefing {
  private final List<Lane> lanes;
  private final ChangeSetStore store;
  private final Workspaces registered;
  private final Map<ChangeSetId, ChangeSet> sets = new HashMap<>();
  private final Map<WorkspaceId, Workspace> workspaces = new HashMap<>();

  Briefing(List<Lane> lanes, ChangeSetStore store, Workspaces registered) {
    this.lanes = lanes;
    this.store = store;
    this.registered = registered;
  }

  synchronized ChangeSet set(Lane lane) {
    return sets.computeIfAbsent(lane.set(), id -> store.find(id).orElseThrow());
  }

  /** Empty where it was forgotten. */
  synchronized Optional<Workspace> workspace(Lane lane) {
    if (workspaces.isEmpty()) {
      registered
          .named(lanes.stream().map(Lane::workspace).collect(Collectors.toSet()))
          .forEach(workspace -> workspaces.put(workspace.id(), workspace));
    }
    return Optional.ofNullable(workspaces.get(lane.workspace()));
  }
}
