package agency.steward.registration;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.idempotency.Idempotency;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemGroup;
import agency.steward.problem.Problems;
import agency.steward.registration.asked.Revisions;
import agency.steward.registration.asked.SuspendBody;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.intake.Suspending;
import agency.steward.registration.look.Examination;
import agency.steward.registration.shown.WorkspaceView;
import agency.steward.workspace.Workspace;
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

/** How a workspace stands: looking at it again, closing it, opening it. */
@Path("/v1/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
@RunOnVirtualThread
public class StandingResource {
  private final Access access;
  private final Askers askers;
  private final Idempotency idempotency;
  private final Presence presence;
  private final Examination examination;
  private final Suspending suspending;
  private final Answers answers;

  StandingResource(
      Access access,
      Askers askers,
      Idempotency idempotency,
      Presence presence,
      Examination examination,
      Suspending suspending,
      Answers answers) {
    this.access = access;
    this.askers = askers;
    this.idempotency = idempotency;
    this.presence = presence;
    this.examination = examination;
    this.suspending = suspending;
    this.answers = answers;
  }

  @POST
  @Path("/{id}/verify")
  @Needs(Right.WORKSPACE_VERIFY)
  @Operation(
      operationId = "verifyWorkspace",
      summary = "Check a workspace again",
      description =
          "Asks Instantly whether the credential is accepted, leads to this workspace and may read"
              + " members, whether the plan is paid and the group link accepted; the state follows"
              + " from it. What is broken is looked at again by itself every five minutes.")
  @APIResponse(
      responseCode = "200",
      description = "The workspace as it is after the look",
      content =
          @Content(
              schema = @Schema(implementation = WorkspaceView.class),
              example = Examples.WORKSPACE))
  @Problems(value = ProblemCode.PRECONDITION_FAILED, and = ProblemGroup.INSIDE)
  public Response verify(
      @PathParam("id") String id, @HeaderParam("If-Match") Optional<String> ifMatch) {
    Workspace workspace = access.require(Right.WORKSPACE_VERIFY, id);
    return idempotency.once(
        () -> answers.ok(examination.of(meant(workspace, ifMatch), askers.current())));
  }

  @POST
  @Path("/{id}/suspend")
  @Needs(Right.WORKSPACE_SUSPEND)
  @Operation(
      operationId = "suspendWorkspace",
      summary = "Suspend a workspace",
      description =
          "Within a second nobody gets into it through Steward any more, on any replica. One that is"
              + " suspended already keeps its first reason.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = SuspendBody.class),
              example = Examples.SUSPEND))
  @APIResponse(
      responseCode = "200",
      description = "The workspace as it is now",
      content =
          @Content(
              schema = @Schema(implementation = WorkspaceView.class),
              example = Examples.WORKSPACE))
  @Problems({
    ProblemCode.WORKSPACE_NOT_FOUND,
    ProblemCode.PRECONDITION_FAILED,
    ProblemCode.VALIDATION_FAILED
  })
  public Response suspend(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Nullable SuspendBody sent) {
    Workspace workspace = access.require(Right.WORKSPACE_SUSPEND, id);
    return idempotency.once(() ->
        answers.ok(
            suspending.suspend(
                meant(workspace, ifMatch), SuspendBody.reasonOf(sent), askers.current())));
  }

  @POST
  @Path("/{id}/resume")
  @Needs(Right.WORKSPACE_SUSPEND)
  @Operation(
      operationId = "resumeWorkspace",
      summary = "Resume a suspended workspace",
      description =
          "Looks at the workspace first, as verify does; its state is then what the look has shown."
              + " Where the look tells nothing, because Instantly is away, it stays suspended.")
  @APIResponse(
      responseCode = "200",
      description = "The workspace as it is now",
      content =
          @Content(
              schema = @Schema(implementation = WorkspaceView.class),
              example = Examples.WORKSPACE))
  @Problems(value = ProblemCode.PRECONDITION_FAILED, and = ProblemGroup.INSIDE)
  public Response resume(
      @PathParam("id") String id, @HeaderParam("If-Match") Optional<String> ifMatch) {
    Workspace workspace = access.require(Right.WORKSPACE_SUSPEND, id);
    return idempotency.once(() -> {
      Asker asker = askers.current();
      Workspace looked = examination.of(meant(workspace, ifMatch), asker);
      return answers.ok(suspending.resume(looked, asker));
    });
  }

  /** As it is now. Throws {@code PRECONDITION_FAILED} where that is not what was read. */
  private Workspace meant(Workspace workspace, Optional<String> ifMatch) {
    Workspace now = presence.of(workspace);
    Revisions.require(now, Revisions.expected(ifMatch));
    return now;
  }
}
