package agency.steward.details;

import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.ONE_ROW;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.details.change.DetailsChanges;
import agency.steward.fleet.inside.Inside;
import agency.steward.problem.Problems;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The workspace as Instantly has it. */
@Path("/v1/workspaces/{workspace_id}/details")
@Tag(name = "Details", description = "The workspace object of Instantly: its name and logo there")
@RunOnVirtualThread
public class DetailsResource {
  private static final String DETAILS =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01","name":"Acme Ltd",\
      "owner":"0198dddd-1111-7a61-9d0e-3f3f2b1f0a01","plan_id":"pid_hg_v1",\
      "timestamp_created":"2026-01-31T10:00:00.000Z","timestamp_updated":"2026-01-31T10:00:00.000Z",\
      "scheduled_for_removal_at":null,"org_logo_url":null}\
      """;

  private final Access access;
  private final Inside inside;
  private final DetailsChanges changes;

  DetailsResource(Access access, Inside inside, DetailsChanges changes) {
    this.access = access;
    this.inside = inside;
    this.changes = changes;
  }

  @GET
  @Needs(Right.DETAILS_READ)
  @Operation(
      operationId = "getDetails",
      summary = "The workspace as Instantly has it",
      description =
          "Instantly's own object of the workspace at this moment: its name there, its owner's user"
              + " id, plan ids, whether it is scheduled for removal. Steward's name and labels are"
              + " under GET /v1/workspaces/{id}.")
  @APIResponse(
      responseCode = "200",
      description = "Instantly's object",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DetailsView.class),
              example = DETAILS))
  @Problems(and = {INSIDE})
  public ObjectNode one(@PathParam("workspace_id") String workspaceId) {
    Workspace workspace = access.require(Right.DETAILS_READ, workspaceId);
    return inside.one(workspace, DetailsChanges.PATH);
  }

  @PATCH
  @Needs(Right.DETAILS_WRITE)
  @Operation(
      operationId = "changeDetails",
      summary = "Give a workspace another name or logo on Instantly",
      description =
          "Changes what the client sees in Instantly's app; needs a key with the scope"
              + " workspaces:update. The answer is the object as it was read back.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DetailsPatch.class),
              example = "{\"name\":\"Acme Ltd\",\"org_logo_url\":null}"))
  @APIResponse(
      responseCode = "200",
      description = "It is so; where it was so already, nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DetailsView.class),
              example = DETAILS))
  @Problems(and = {INSIDE, ONE_ROW})
  public Response change(@PathParam("workspace_id") String workspaceId, DetailsPatch body) {
    Workspace workspace = access.require(Right.DETAILS_WRITE, workspaceId);
    return changes.make(workspace, DetailsWanted.of(body));
  }
}
