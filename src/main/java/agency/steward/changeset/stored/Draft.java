package agency.steward.changeset.stored;

import agency.steward.changeset.plan.Change;
import agency.steward.changeset.plan.Digest;
import agency.steward.changeset.plan.Intent;
import agency.steward.workspace.WorkspaceId;
import java.time.Instant;
import java.util.List;

/**
 * A change set of one row, about to be stored.
 *
 * @param by the principal who wants it
 */
public record Draft(
    ChangeSetId id,
    String kind,
    WorkspaceId workspace,
    String workspaceName,
    Intent intent,
    Change change,
    String by,
    Instant now) {

  public String digest() {
    return Digest.of(kind, List.of(Digest.Row.of(workspace, change)));
  }
}
