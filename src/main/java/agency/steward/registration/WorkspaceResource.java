package agency.steward.registration;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import agency.steward.registration.asked.PatchBody;
import agency.steward.registration.asked.Revisions;
import agency.steward.registration.intake.Edits;
import agency.steward.registration.intake.Forgetting;
import agency.steward.registration.shown.WorkspaceView;
import agency.steward.web.ParameterText;
import agency.steward.web.body.SentBody;
import agency.steward.workspace.Workspace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changing and forgetting one workspace. */
@Path("/v1/workspaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
@RunOnVirtualThread
public class WorkspaceResource {
  private final Access access;
  private final Askers askers;
  private final Presence presence;
  private final Edits edits;
  private final Forgetting forgetting;
  private final Answers answers;

  WorkspaceResource(
      Access access,
      Askers askers,
      Presence presence,
      Edits edits,
      Forgetting forgetting,
      Answers answers) {
    this.access = access;
    this.askers = askers;
    this.presence = presence;
    this.edits = edits;
    this.forgetting = forgetting;
    this.answers = answers;
  }

  @PATCH
  @Path("/{id}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Needs({Right.WORKSPACE_EDIT, Right.WORKSPACE_LABEL})
  @Operation(
      operationId = "editWorkspace",
      summary = "Change name, external id and labels",
      description =
          "A merge patch (RFC 7396): what is absent stays; a label or the external id that is null"
              + " is removed. name is Steward's name; Instantly's is changed under /details. The"
              + " workspace is the one of the path, so an id in the body is refused.")
  @RequestBody(
      required = true,
      content =
          @Content(schema = @Schema(implementation = PatchBody.class), example = Examples.PATCH))
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
    ProblemCode.ALREADY_EXISTS,
    ProblemCode.VALIDATION_FAILED
  })
  public Response edit(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Nullable PatchBody sent) {
    Workspace workspace = access.require(Right.WORKSPACE_EDIT, id);
    access.require(Right.WORKSPACE_LABEL, id);
    return answers.ok(
        edits.edit(
            workspace.id(),
            Revisions.expected(ifMatch),
            SentBody.required(sent).edit(),
            askers.current()));
  }

  @DELETE
  @Path("/{id}")
  @Needs(Right.WORKSPACE_DELETE)
  @Operation(
      operationId = "forgetWorkspace",
      summary = "Forget a workspace",
      description =
          "Removes it from the registry and destroys every version of its key in custody; the ledger"
              + " keeps what was done there. The key itself goes on working on Instantly: unless it"
              + " is dead already, leave_key=true has to say that this is meant.")
  @APIResponse(responseCode = "204", description = "Forgotten")
  @Problems({
    ProblemCode.WORKSPACE_NOT_FOUND,
    ProblemCode.PRECONDITION_FAILED,
    ProblemCode.KEY_STILL_LIVE,
    ProblemCode.WORKSPACE_HAS_DELEGATES,
    ProblemCode.SUBJECT_BUSY
  })
  public Response forget(
      @PathParam("id") String id,
      @Parameter(
              description = "Whether the key may go on working on Instantly",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("leave_key")
          Optional<String> leaveKey,
      @HeaderParam("If-Match") Optional<String> ifMatch) {
    Workspace workspace = presence.of(access.require(Right.WORKSPACE_DELETE, id));
    LongPredicate expected = Revisions.expected(ifMatch);
    Revisions.require(workspace, expected);
    forgetting.forget(
        workspace,
        expected,
        leaveKey.map(text -> ParameterText.truth("leave_key", text)).orElse(false),
        askers.current());
    return Response.noContent().build();
  }
}
