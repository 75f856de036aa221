package agency.steward.changeset.show;

import agency.steward.changeset.stored.Result;
import agency.steward.workspace.WorkspaceId;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The filters of the rows of a change set, and how they are wanted. */
public class RowParameters {

  @Parameter(description = "Only rows with this result", example = "failed")
  @QueryParam("result")
  Optional<String> result = Optional.empty();

  @Parameter(description = "Only rows in this workspace")
  @QueryParam("workspace_id")
  Optional<String> workspaceId = Optional.empty();

  @Parameter(
      description = "Overrides the Accept header",
      schema = @Schema(enumeration = {"json", "ndjson", "csv"}))
  @QueryParam("format")
  Optional<String> format = Optional.empty();

  Optional<Result> wanted() {
    return result.map(ChangeSetParameters::result);
  }

  Optional<WorkspaceId> workspace() {
    return workspaceId.map(ChangeSetParameters::workspace);
  }
}
