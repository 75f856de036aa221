package agency.steward.tag;

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

/** Which tags are in which workspace, over the whole fleet. */
@Path("/v1/tags")
@Tag(name = "Tags", description = "Instantly's tags, and which accounts and campaigns carry them")
@RunOnVirtualThread
public class FleetTagsResource {
  private static final String CSV =
      """
      workspace_id,workspace_name,error,id,label,description,timestamp_created,timestamp_updated,…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,Acme,,0199c2f0-4444-7a61-9d0e-3f3f2b1f0a01,VIP,…
      """;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "label",
          "description",
          "timestamp_created",
          "timestamp_updated",
          "organization_id");

  private final Fleet fleet;

  FleetTagsResource(Fleet fleet) {
    this.fleet = fleet;
  }

  @GET
  @Needs(value = Right.TAG_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetTags",
      summary = "Tags of many workspaces",
      description =
          "Asks every active workspace you may see, or those you name; coverage says which are"
              + " missing and why. A label has another id in every workspace.")
  @APIResponse(
      responseCode = "200",
      description = "What the workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetTags.class),
            example =
                "{\"items\":[" + TagsResource.TAG + "],\"coverage\":" + Examples.COVERAGE + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = TagsResource.TAG + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems(and = ProblemGroup.FLEET)
  public Response tags(@BeanParam FleetParameters asked, @BeanParam TagFilterParameters wanted) {
    return fleet.answer(asked, new FleetRead("tags", Right.TAG_READ, COLUMNS, wanted.read()));
  }
}
