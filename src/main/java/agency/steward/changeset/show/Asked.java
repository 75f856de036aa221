package agency.steward.changeset.show;

import agency.steward.changeset.stored.State;
import agency.steward.workspace.WorkspaceId;
import java.util.Optional;

/** Which change sets are asked for. */
record Asked(
    Optional<State> state,
    Optional<String> kind,
    Optional<String> createdBy,
    Optional<WorkspaceId> workspace,
    boolean awaitingMe) {}
