package agency.steward.webhook;

import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.PAGED;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.inside.Inside;
import agency.steward.fleet.inside.WrittenPage;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problems;
import agency.steward.web.PageParameters;
import agency.steward.workspace.Workspace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Webhooks of one workspace. */
@Path("/v1/workspaces/{workspace_id}/webhooks")
@Tag(name = "Webhooks")
@RunOnVirtualThread
public class WebhooksResource {
  static final String WEBHOOK =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a01",\
      "organization":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "target_hook_url":"https://crm.acme.example/instantly","event_type":"reply_received",\
      "headers":{"Authorization":"sha256:0f343b0931126a20"},"status":1,\
      "timestamp_created":"2026-01-31T10:00:00.000Z"}\
      """;

  private final Access access;
  private final Inside inside;

  WebhooksResource(Access access, Inside inside) {
    this.access = access;
    this.inside = inside;
  }

  @GET
  @Needs(Right.WEBHOOK_READ)
  @Operation(
      operationId = "listWebhooks",
      summary = "Webhooks of a workspace",
      description =
          "In the order of their ids. What Instantly sends along in headers is often a password: each"
              + " value is replaced by its fingerprint. A webhook outlives whoever made it.")
  @APIResponse(
      responseCode = "200",
      description = "One page of webhooks",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = WebhookPage.class),
              example = "{\"items\":[" + WEBHOOK + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public WrittenPage list(
      @PathParam("workspace_id") String workspaceId, @BeanParam PageParameters page) {
    Workspace workspace = access.require(Right.WEBHOOK_READ, workspaceId);
    return inside.page(
        workspace, Listing.WEBHOOKS, page, instantly -> instantly.list(Listing.WEBHOOKS, Map.of()));
  }
}
