package agency.steward.changeset.stored;

import agency.steward.workspace.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which change sets a listing shows.
 *
 * @param visible the workspaces somebody may see; empty for all. A set is shown to who may see all
 *     of its own
 * @param workspace only sets that it is a target of
 */
public record ChangeSetFilter(
    Optional<Set<WorkspaceId>> visible,
    Optional<State> state,
    Optional<String> kind,
    Optional<String> createdBy,
    Optional<WorkspaceId> workspace,
    Optional<Awaiting> awaiting) {

  /** Only sets that this person could approve now. */
  public record Awaiting(String who, Instant now) {}
}
