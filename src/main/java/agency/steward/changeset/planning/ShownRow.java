package agency.steward.changeset.planning;

import agency.steward.changeset.attempt.Refusals;
import agency.steward.changeset.guard.Finding;
import agency.steward.changeset.plan.Change;
import agency.steward.changeset.stored.Result;
import agency.steward.workspace.WorkspaceId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A row of a plan that is not stored, to be shown. */
public record ShownRow(
    int seq,
    WorkspaceId workspace,
    String workspaceName,
    Change change,
    Result result,
    ArrayNode violations,
    Optional<ObjectNode> problem) {

  static ShownRow of(PlannedRow row) {
    return new ShownRow(
        row.seq(),
        row.workspace(),
        row.workspaceName(),
        row.change(),
        row.result(),
        Finding.json(Finding.ofAll(row.violations(), List.of())),
        row.why().map(Refusals::stored));
  }
}
