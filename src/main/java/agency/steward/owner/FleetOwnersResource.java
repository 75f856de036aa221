package agency.steward.owner;

import static agency.steward.problem.ProblemGroup.FLEET;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.Fleet;
import agency.steward.fleet.FleetParameters;
import agency.steward.fleet.FleetRead;
import agency.steward.fleet.answer.Examples;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who owns which workspace, over the whole fleet. */
@Path("/v1/owners")
@Tag(name = "Owner", description = "Who owns a workspace, and the transfer to somebody else")
@RunOnVirtualThread
public class FleetOwnersResource {
  private static final FleetRead OWNERS =
      new FleetRead(
          "owners",
          Right.OWNER_READ,
          List.of("user_id", "member_id", "email", "name"),
          instantly -> List.of(Ownership.of(instantly)));

  private final Fleet fleet;

  FleetOwnersResource(Fleet fleet) {
    this.fleet = fleet;
  }

  @GET
  @Needs(value = Right.OWNER_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetOwners",
      summary = "Owners of many workspaces",
      description =
          "One row for each workspace that answers. Never paged: coverage says which workspaces are"
              + " missing and why.")
  @APIResponse(
      responseCode = "200",
      description = "What the workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetOwners.class),
            example =
                "{\"items\":[" + OwnerResource.OWNER + "],\"coverage\":" + Examples.COVERAGE + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = OwnerResource.OWNER + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example = "workspace_id,workspace_name,error,user_id,member_id,email,name,more\n")
      })
  @Problems(and = {FLEET})
  public Response owners(@BeanParam FleetParameters asked) {
    return fleet.answer(asked, OWNERS);
  }
}
