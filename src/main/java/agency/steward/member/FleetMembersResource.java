package agency.steward.member;

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

/** Who is in which workspace, over the whole fleet. */
@Path("/v1/members")
@Tag(name = "Members", description = "People in workspaces: their roles and invitations")
@RunOnVirtualThread
public class FleetMembersResource {
  private static final String ROW =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a01","email":"ann@agency.example","role":"admin",\
      "accepted":true,"timestamp_created":"2026-01-31T10:00:00.000Z",\
      "instantly_workspace_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01"}\
      """;
  private static final String CSV =
      """
      workspace_id,workspace_name,error,id,email,user_id,role,accepted,…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,Acme,,0199c2f0-2222-7a61-9d0e-3f3f2b1f0a01,ann@agency.example,…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02,Globex,UPSTREAM_TIMEOUT,,,,,,…
      """;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "email",
          "user_id",
          "role",
          "accepted",
          "timestamp_created",
          "instantly_workspace_id",
          "issuer_id",
          "user_email",
          "nickname",
          "name",
          "permissions");

  private final Fleet fleet;

  FleetMembersResource(Fleet fleet) {
    this.fleet = fleet;
  }

  @GET
  @Needs(value = Right.MEMBER_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetMembers",
      summary = "Members of many workspaces",
      description =
          "Asks every active workspace you may see, or those you name, and answers by the deadline"
              + " at the latest. Never paged: coverage says which workspaces are missing and why."
              + " NDJSON and CSV go out as workspaces answer; the last line of NDJSON is the"
              + " coverage, and in CSV a workspace that did not answer is a row with an error.")
  @APIResponse(
      responseCode = "200",
      description = "What the workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetMembers.class),
            example = "{\"items\":[" + ROW + "],\"coverage\":" + Examples.COVERAGE + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = ROW + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems(and = ProblemGroup.FLEET)
  public Response members(
      @BeanParam FleetParameters asked, @BeanParam MemberFilterParameters wanted) {
    MemberFilter filter = wanted.filter();
    return fleet.answer(asked, new FleetRead("members", Right.MEMBER_READ, COLUMNS, filter.read()));
  }
}
