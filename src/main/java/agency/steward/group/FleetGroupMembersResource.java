package agency.steward.group;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.Fleet;
import agency.steward.fleet.FleetParameters;
import agency.steward.fleet.FleetRead;
import agency.steward.fleet.answer.Examples;
import agency.steward.problem.ProblemGroup;
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

/** The links of every group in the fleet. */
@Path("/v1/group-members")
@Tag(
    name = "Groups",
    description = "Instantly's workspace groups: which workspaces an admin workspace reaches")
@RunOnVirtualThread
public class FleetGroupMembersResource {
  private static final String CSV =
      """
      workspace_id,workspace_name,error,id,admin_workspace_id,sub_workspace_id,status,…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,Agency,,0198cccc-1111-7a61-9d0e-3f3f2b1f0a01,…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02,Globex,UPSTREAM_TIMEOUT,,,,,…
      """;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "admin_workspace_id",
          "sub_workspace_id",
          "status",
          "sub_workspace_name",
          "admin_workspace_name",
          "timestamp_created",
          "timestamp_updated",
          "steward");

  private final Fleet fleet;
  private final GroupRows rows;
  private final AdminChoice admins;

  FleetGroupMembersResource(Fleet fleet, GroupRows rows, AdminChoice admins) {
    this.fleet = fleet;
    this.rows = rows;
    this.admins = admins;
  }

  @GET
  @Needs(value = Right.GROUP_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetGroupMembers",
      summary = "Links of all groups",
      description =
          "Asks only workspaces that administer a group, or through which others are reached; one"
              + " with a key of its own that is not known yet is asked once and remembered for a"
              + " while. coverage counts only those. Never paged; formats as in GET /v1/members.")
  @APIResponse(
      responseCode = "200",
      description = "What the admin workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetGroupMembers.class),
            example =
                "{\"items\":["
                    + GroupMembersResource.LINK
                    + "],\"coverage\":"
                    + Examples.COVERAGE
                    + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = GroupMembersResource.LINK + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems(and = ProblemGroup.FLEET)
  public Response links(@BeanParam FleetParameters asked) {
    return fleet.answer(
        asked,
        new FleetRead("group-members", Right.GROUP_READ, COLUMNS, rows.read()).among(admins.now()));
  }
}
