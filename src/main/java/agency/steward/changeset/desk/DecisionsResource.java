package agency.steward.changeset.desk;

import static agency.steward.problem.ProblemCode.APPROVAL_REQUIRED;
import static agency.steward.problem.ProblemCode.CHANGE_SET_STATE;
import static agency.steward.problem.ProblemCode.FORBIDDEN;
import static agency.steward.problem.ProblemCode.GUARD_VIOLATED;
import static agency.steward.problem.ProblemCode.NOT_FOUND;
import static agency.steward.problem.ProblemCode.PLAN_DIGEST_MISMATCH;
import static agency.steward.problem.ProblemCode.PLAN_EXPIRED;
import static agency.steward.problem.ProblemCode.PRECONDITION_FAILED;
import static agency.steward.problem.ProblemCode.SELF_APPROVAL;
import static agency.steward.problem.ProblemCode.VALIDATION_FAILED;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.show.ChangeSetView;
import agency.steward.changeset.show.ChangeSets;
import agency.steward.idempotency.Idempotency;
import agency.steward.problem.Problems;
import agency.steward.web.body.SentBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What becomes of a planned change set. */
@Path("/v1/change-sets/{id}")
@Tag(name = "Change sets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DecisionsResource {
  private final Deciding deciding;
  private final ChangeSets sets;
  private final Idempotency idempotency;

  DecisionsResource(Deciding deciding, ChangeSets sets, Idempotency idempotency) {
    this.deciding = deciding;
    this.sets = sets;
    this.idempotency = idempotency;
  }

  @POST
  @Path("approve")
  @Needs(value = Right.CHANGE_SET_APPROVE, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "approveChangeSet",
      summary = "Approve somebody else's change set",
      description =
          "Approves the plan with this digest. For agency-approver and agency-admin, but never for"
              + " whoever asked for the set. override lifts rules that object and can be lifted; it"
              + " needs a reason.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ApproveBody.class),
              example = "{\"digest\":\"sha256:0f3b…\"}"))
  @APIResponse(
      responseCode = "200",
      description = "The change set",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNED))
  @Problems({
    FORBIDDEN,
    NOT_FOUND,
    SELF_APPROVAL,
    PLAN_DIGEST_MISMATCH,
    PLAN_EXPIRED,
    PRECONDITION_FAILED,
    CHANGE_SET_STATE,
    VALIDATION_FAILED
  })
  public Response approve(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Nullable ApproveBody sent) {
    deciding.requireApprover();
    return idempotency.once(
        sets.asRead(
            id,
            ifMatch,
            () -> deciding.approve(id, ifMatch, SentBody.required(sent)).in(Response.ok())));
  }

  @POST
  @Path("reject")
  @Needs(value = Right.CHANGE_SET_APPROVE, where = Needs.Where.AGENCY)
  @Operation(
      operationId = "rejectChangeSet",
      summary = "Reject a change set, for good",
      description = "For agency-approver and agency-admin; nothing of it was done.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = RejectBody.class),
              example = "{\"reason\":\"Bob stays until June\"}"))
  @APIResponse(
      responseCode = "200",
      description = "The change set",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.PLANNED))
  @Problems({
    FORBIDDEN,
    NOT_FOUND,
    PLAN_EXPIRED,
    PRECONDITION_FAILED,
    CHANGE_SET_STATE,
    VALIDATION_FAILED
  })
  public Response reject(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Nullable RejectBody sent) {
    deciding.requireApprover();
    return idempotency.once(
        sets.asRead(
            id,
            ifMatch,
            () -> deciding.reject(id, ifMatch, SentBody.required(sent)).in(Response.ok())));
  }

  @POST
  @Path("apply")
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "applyChangeSet",
      summary = "Apply a change set",
      description =
          "Applies the plan with this digest. For whoever asked for the set, agency-approver and"
              + " agency-admin. Each row is read again, compared with the plan, judged, written and"
              + " read back. A second call answers how far the set has come.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = ApplyBody.class),
              example = "{\"digest\":\"sha256:0f3b…\"}"))
  @APIResponse(
      responseCode = "202",
      description = "It is going",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.RUNNING))
  @Problems({
    FORBIDDEN,
    NOT_FOUND,
    APPROVAL_REQUIRED,
    GUARD_VIOLATED,
    PLAN_DIGEST_MISMATCH,
    PLAN_EXPIRED,
    PRECONDITION_FAILED,
    CHANGE_SET_STATE,
    VALIDATION_FAILED
  })
  public Response apply(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Nullable ApplyBody sent) {
    deciding.requireActor();
    return idempotency.once(
        sets.asRead(
            id,
            ifMatch,
            () -> deciding.apply(id, ifMatch, SentBody.required(sent)).in(Response.accepted())));
  }

  @POST
  @Path("refresh")
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "refreshChangeSet",
      summary = "Plan a change set again",
      description =
          "The same wishes for the same targets, as they are now. Where nothing is different,"
              + " approvals stay and the plan lasts another 24 hours; else it is planned anew.")
  @APIResponse(
      responseCode = "200",
      description = "What is different",
      content =
          @Content(
              schema = @Schema(implementation = RefreshedView.class),
              example = "{\"digest\":\"sha256:0f3b…\",\"changed\":[]}"))
  @Problems({FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, CHANGE_SET_STATE})
  public Response refresh(
      @PathParam("id") String id, @HeaderParam("If-Match") Optional<String> ifMatch) {
    deciding.requireActor();
    return idempotency.once(
        sets.asRead(id, ifMatch, () -> Response.ok(deciding.refresh(id)).build()));
  }

  @POST
  @Path("pause")
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "pauseChangeSet",
      summary = "Pause a running change set",
      description =
          "No further row is begun; those in flight finish. Where none is left then, it is over and"
              + " needs no resume.")
  @APIResponse(
      responseCode = "202",
      description = "The change set",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.RUNNING))
  @Problems({FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, CHANGE_SET_STATE})
  public Response pause(
      @PathParam("id") String id, @HeaderParam("If-Match") Optional<String> ifMatch) {
    deciding.requireActor();
    return idempotency.once(
        sets.asRead(id, ifMatch, () -> deciding.pause(id, ifMatch).in(Response.accepted())));
  }

  @POST
  @Path("resume")
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "resumeChangeSet",
      summary = "Resume a paused change set",
      description = "It goes on with the rows that were not begun.")
  @APIResponse(
      responseCode = "202",
      description = "The change set",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.RUNNING))
  @Problems({FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, CHANGE_SET_STATE})
  public Response resume(
      @PathParam("id") String id, @HeaderParam("If-Match") Optional<String> ifMatch) {
    deciding.requireActor();
    return idempotency.once(
        sets.asRead(id, ifMatch, () -> deciding.resume(id, ifMatch).in(Response.accepted())));
  }

  @POST
  @Path("cancel")
  @Needs(value = Right.CHANGE_SET_CREATE, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "cancelChangeSet",
      summary = "Cancel a change set",
      description =
          "Rows that were not begun are not made; those in flight finish. What has been done stays"
              + " done: undo takes it back. Where no row was left to take away, it ends as it would"
              + " have ended.")
  @APIResponse(
      responseCode = "202",
      description = "The change set",
      content =
          @Content(
              schema = @Schema(implementation = ChangeSetView.class),
              example = Examples.RUNNING))
  @Problems({FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, CHANGE_SET_STATE})
  public Response cancel(
      @PathParam("id") String id, @HeaderParam("If-Match") Optional<String> ifMatch) {
    deciding.requireActor();
    return idempotency.once(
        sets.asRead(id, ifMatch, () -> deciding.cancel(id, ifMatch).in(Response.accepted())));
  }
}
