package agency.steward.changeset.show;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.load.Load;
import agency.steward.load.Scarce;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A change set, to follow. */
@Path("/v1/change-sets/{id}/events")
@Tag(name = "Change sets")
@RunOnVirtualThread
public class EventsResource {
  private static final String EVENTS =
      """
      event: progress
      id: 17
      data: {"state":"running","counts":{"total":25,"by_action":{"remove":25},"by_result":{"applied":17,"pending":8}},"estimate":{"upstream_calls":10,"seconds":1}}

      """;

  private final ChangeSets sets;
  private final Following following;
  private final Load load;

  EventsResource(ChangeSets sets, Following following, Load load) {
    this.sets = sets;
    this.following = following;
    this.load = load;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Needs(value = Right.CHANGE_SET_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "followChangeSet",
      summary = "Follow a change set as it goes on",
      description =
          "Server-sent events: snapshot at first and done at the end are the change set, change is a"
              + " row, progress is state, counts and estimate, at most twice a second. Ids are the"
              + " same on every replica: with Last-Event-ID it goes on after that one. Ends with the"
              + " token, or with the grant.")
  @APIResponse(
      responseCode = "200",
      description = "Events until it is over",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(type = SchemaType.STRING),
              example = EVENTS))
  @Problems(ProblemCode.NOT_FOUND)
  public Response follow(
      @PathParam("id") String id,
      @Parameter(description = "The last event that was seen") @HeaderParam("Last-Event-ID")
          Optional<String> lastEventId) {
    var stream = following.of(sets.visible(id), Following.position(lastEventId));
    load.takeInstead(Scarce.FOLLOWER);
    return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE)
        .header("X-Accel-Buffering", "no")
        .build();
  }
}
