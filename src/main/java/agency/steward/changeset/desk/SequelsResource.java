package agency.steward.changeset.desk;

import static agency.steward.problem.ProblemCode.CHANGE_SET_STATE;
import static agency.steward.problem.ProblemCode.FORBIDDEN;
import static agency.steward.problem.ProblemCode.INVALID_PARAMETER;
import static agency.steward.problem.ProblemCode.NOT_FOUND;
import static agency.steward.problem.ProblemCode.NOT_REVERSIBLE;
import static agency.steward.problem.ProblemCode.PRECONDITION_FAILED;
import static agency.steward.problem.ProblemCode.PRIVILEGE_CEILING;
import static agency.steward.problem.ProblemCode.VALIDATION_FAILED;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.show.ChangeSetView;
import agency.steward.changeset.show.ChangeSets;
import agency.steward.idempotency.Idempotency;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Change sets that follow from another one. */
@Path("/v1/change-sets/{id}")
@Tag(name = "Change sets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SequelsResource {
  private final Sequels sequels;
  private final ChangeSets sets;
  private final Idempotency idempotency;

  SequelsResource(Sequels sequels, ChangeSets sets, Idempotency idempotency) {
    this.sequels = sequels;
    this.sets = sets;
    this.idempotency = idempotency;
  }

  @POST
  @Path("retry-failed")
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "retryFailedChanges",
      summary = "Retry what was not done: plan it again",
      description =
          "A new change set of the rows that failed, were not attempted or were stale, planned from"
              + " what is now.")
  @APIResponse(
      responseCode = "201",
      description = "Planned",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNED))
  @APIResponse(
      responseCode = "202",
      description = "Still being planned; GET it with wait",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNING))
  @Problems({
    FORBIDDEN,
    NOT_FOUND,
    PRECONDITION_FAILED,
    CHANGE_SET_STATE,
    INVALID_PARAMETER,
    VALIDATION_FAILED,
    PRIVILEGE_CEILING
  })
  public Response retry(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Parameter(description = CreateParameters.WAITING, schema = @Schema(defaultValue = "PT2S"))
          @QueryParam("wait")
          Optional<String> wait) {
    sequels.requireAsker();
    Duration patience = CreateParameters.patience(wait);
    return idempotency.once(sets.asRead(id, ifMatch, () -> sequels.retry(id, patience)));
  }

  @POST
  @Path("undo")
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "undoChangeSet",
      summary = "Undo a change set: plan the way back",
      description =
          "A new change set that takes back what was done and is still as it was left. Roles come"
              + " back as they were; whoever was removed is invited again and has to accept. What is left out is a row too:"
              + " already_satisfied where it is as before, skipped_stale where it is no longer as it"
              + " was left (with found), not_attempted where there is no way back.")
  @APIResponse(
      responseCode = "201",
      description = "Planned",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNED))
  @APIResponse(
      responseCode = "202",
      description = "Still being planned; GET it with wait",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNING))
  @Problems({
    FORBIDDEN,
    NOT_FOUND,
    PRECONDITION_FAILED,
    CHANGE_SET_STATE,
    INVALID_PARAMETER,
    NOT_REVERSIBLE,
    VALIDATION_FAILED,
    PRIVILEGE_CEILING
  })
  public Response undo(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Parameter(description = CreateParameters.WAITING, schema = @Schema(defaultValue = "PT2S"))
          @QueryParam("wait")
          Optional<String> wait) {
    sequels.requireAsker();
    Duration patience = CreateParameters.patience(wait);
    return idempotency.once(sets.asRead(id, ifMatch, () -> sequels.undo(id, patience)));
  }
}
