package agency.steward.billing;

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
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What every workspace of the fleet has paid for. */
@Path("/v1/plans")
@Tag(name = "Plans", description = "What each workspace has paid for")
@RunOnVirtualThread
public class FleetPlansResource {
  private static final String ROW =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "status":"active","plan_id":"pid_hg_v1","plan_name":"Hypergrowth",\
      "renews_at":"2026-12-24T12:00:00Z","cancels_at":null}\
      """;
  private static final String LAPSED =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a03","workspace_name":"Initech",\
      "status":"lapsed","plan_id":null,"plan_name":null,"renews_at":null,"cancels_at":null}\
      """;
  private static final String CSV =
      """
      workspace_id,workspace_name,error,status,plan_id,plan_name,renews_at,cancels_at,more
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,Acme,,active,pid_hg_v1,Hypergrowth,2026-12-24T12:00:00Z,,
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a03,Initech,WORKSPACE_PLAN_INACTIVE,lapsed,,,,,
      """;
  private static final List<String> COLUMNS =
      List.of("status", "plan_id", "plan_name", "renews_at", "cancels_at");

  private final Fleet fleet;
  private final Clock clock;

  FleetPlansResource(Fleet fleet, Clock clock) {
    this.fleet = fleet;
    this.clock = clock;
  }

  @GET
  @Needs(value = Right.PLAN_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetPlans",
      summary = "Plans of all workspaces",
      description =
          "One row for every workspace, also for those that were skipped because they are not"
              + " active, or failed: lapsed where Steward knows that there is no plan, else unknown;"
              + " coverage says why. Never paged; formats as in GET /v1/members.")
  @APIResponse(
      responseCode = "200",
      description = "A row for every workspace, and which of them did not answer",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetPlans.class),
            example =
                "{\"items\":[" + ROW + "," + LAPSED + "],\"coverage\":" + Examples.COVERAGE + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = ROW + "\n" + LAPSED + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems(and = ProblemGroup.FLEET)
  public Response plans(@BeanParam FleetParameters asked, @BeanParam PlanFilterParameters wanted) {
    var read = new PlanRead(wanted.filter(), clock);
    return fleet.answer(
        asked, new FleetRead("plans", Right.PLAN_READ, COLUMNS, read).standingIn(read));
  }
}
