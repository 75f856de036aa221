package agency.steward.billing;

import static agency.steward.problem.ProblemGroup.INSIDE;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.answer.Outward;
import agency.steward.fleet.inside.Inside;
import agency.steward.problem.Problems;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What one workspace has paid for. */
@Path("/v1/workspaces/{workspace_id}/plan")
@Tag(name = "Plans")
@RunOnVirtualThread
public class PlanResource {
  private static final String PLAN =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "status":"active","plan_id":"pid_hg_v1","plan_name":"Hypergrowth",\
      "renews_at":"2026-12-24T12:00:00Z","cancels_at":null,\
      "plan_details":{"organization_name":"Acme Ltd","subscriptions":{"outreach":{"plan_name":"Hypergrowth",\
      "current_period_end":1798113600,"product_id":"pid_hg_v1"}}},\
      "subscription_details":{"subscriptions":[],"all_subs_cancelled":false}}\
      """;

  private final Access access;
  private final Inside inside;
  private final Clock clock;

  PlanResource(Access access, Inside inside, Clock clock) {
    this.access = access;
    this.inside = inside;
    this.clock = clock;
  }

  @GET
  @Needs(Right.PLAN_READ)
  @Operation(
      operationId = "getPlan",
      summary = "A workspace's plan",
      description =
          "The plan for sending (outreach, or a bundle with it), folded from Instantly's two objects"
              + " about billing, which follow as they are. A workspace that is known to have no"
              + " active plan answers 409 WORKSPACE_PLAN_INACTIVE; GET /v1/plans lists those too.")
  @APIResponse(
      responseCode = "200",
      description = "The plan",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PlanView.class),
              example = PLAN))
  @Problems(and = {INSIDE})
  public ObjectNode one(@PathParam("workspace_id") String workspaceId) {
    Workspace workspace = access.require(Right.PLAN_READ, workspaceId);
    return Outward.object(workspace, Billing.in(inside.of(workspace), clock.instant()).json());
  }
}
