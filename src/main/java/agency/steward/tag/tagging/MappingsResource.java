package agency.steward.tag.tagging;

import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.PAGED;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is tagged in one workspace. */
@Path("/v1/workspaces/{workspace_id}/tag-mappings")
@Tag(name = "Tags")
@RunOnVirtualThread
public class MappingsResource {
  private static final String MAPPING =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-6666-7a61-9d0e-3f3f2b1f0a01","tag_id":"0199c2f0-4444-7a61-9d0e-3f3f2b1f0a01",\
      "resource_id":"ann@acme.example","resource_type":"account",\
      "organization_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "timestamp_created":"2026-01-31T10:00:00.000Z"}\
      """;

  private final TagAccess access;
  private final Inside inside;

  MappingsResource(TagAccess access, Inside inside) {
    this.access = access;
    this.inside = inside;
  }

  @GET
  @Needs({Right.TAG_READ, Right.CAMPAIGN_READ, Right.ACCOUNT_READ})
  @Operation(
      operationId = "listTagMappings",
      summary = "What is tagged with what",
      description = "One row for each tag on each account or campaign, in the order of their ids.")
  @APIResponse(
      responseCode = "200",
      description = "One page of mappings",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MappingPage.class),
              example = "{\"items\":[" + MAPPING + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public WrittenPage mappings(
      @PathParam("workspace_id") String workspaceId,
      @BeanParam MappingFilterParameters filter,
      @BeanParam PageParameters page) {
    Workspace workspace = access.require(Right.TAG_READ, workspaceId);
    return inside.page(workspace, Listing.TAG_MAPPINGS, page, filter.read());
  }
}
