package agency.steward.webhook;

import static agency.steward.problem.ProblemGroup.FLEET;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.Fleet;
import agency.steward.fleet.FleetParameters;
import agency.steward.fleet.FleetRead;
import agency.steward.fleet.answer.Examples;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where Instantly sends what, over the whole fleet. */
@Path("/v1/webhooks")
@Tag(
    name = "Webhooks",
    description = "Webhooks, read only; secrets in their headers are shown as fingerprints")
@RunOnVirtualThread
public class FleetWebhooksResource {
  private static final FleetRead WEBHOOKS =
      new FleetRead(
          "webhooks",
          Right.WEBHOOK_READ,
          List.of(
              "id",
              "target_hook_url",
              "event_type",
              "name",
              "status",
              "campaign",
              "headers",
              "timestamp_created",
              "timestamp_error"),
          instantly -> instantly.list(Listing.WEBHOOKS, Map.of()));

  private final Fleet fleet;

  FleetWebhooksResource(Fleet fleet) {
    this.fleet = fleet;
  }

  @GET
  @Needs(value = Right.WEBHOOK_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetWebhooks",
      summary = "Webhooks of many workspaces",
      description =
          "Never paged: coverage says which workspaces are missing and why. Values of headers are"
              + " replaced by their fingerprints.")
  @APIResponse(
      responseCode = "200",
      description = "What the workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetWebhooks.class),
            example =
                "{\"items\":["
                    + WebhooksResource.WEBHOOK
                    + "],\"coverage\":"
                    + Examples.COVERAGE
                    + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = WebhooksResource.WEBHOOK + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example = "workspace_id,workspace_name,error,id,target_hook_url,event_type,…\n")
      })
  @Problems(and = {FLEET})
  public Response webhooks(@BeanParam FleetParameters asked) {
    return fleet.answer(asked, WEBHOOKS);
  }
}
