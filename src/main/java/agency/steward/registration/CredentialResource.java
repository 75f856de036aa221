package agency.steward.registration;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemGroup;
import agency.steward.problem.Problems;
import agency.steward.registration.asked.CredentialBody;
import agency.steward.registration.asked.Revisions;
import agency.steward.registration.intake.CredentialExchange;
import agency.steward.registration.shown.WorkspaceView;
import agency.steward.web.body.SentBody;
import agency.steward.workspace.Workspace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** The credential of one workspace. It is only ever replaced, never shown. */
@Path("/v1/workspaces/{id}/credential")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Workspaces")
@RunOnVirtualThread
public class CredentialResource {
  private final Access access;
  private final Askers askers;
  private final Presence presence;
  private final CredentialExchange exchange;
  private final Answers answers;

  CredentialResource(
      Access access,
      Askers askers,
      Presence presence,
      CredentialExchange exchange,
      Answers answers) {
    this.access = access;
    this.askers = askers;
    this.presence = presence;
    this.exchange = exchange;
    this.answers = answers;
  }

  @PUT
  @Needs(Right.WORKSPACE_CREDENTIAL)
  @Operation(
      operationId = "exchangeCredential",
      summary = "Give a workspace another credential",
      description =
          "An own key can be exchanged for another one, or for the way through the group's admin"
              + " workspace, and back. The new credential has to lead to the same workspace of"
              + " Instantly. What was found wrong with the old one is forgotten, and the old key is"
              + " destroyed in custody a little later; on Instantly it lives on.")
  @RequestBody(
      required = true,
      content =
          @Content(
              schema = @Schema(implementation = CredentialBody.class),
              example = Examples.CREDENTIAL))
  @APIResponse(
      responseCode = "200",
      description = "The workspace as it is now",
      content =
          @Content(
              schema = @Schema(implementation = WorkspaceView.class),
              example = Examples.WORKSPACE))
  @Problems(
      value = {
        ProblemCode.VALIDATION_FAILED,
        ProblemCode.PRECONDITION_FAILED,
        ProblemCode.CREDENTIAL_REJECTED,
        ProblemCode.WORKSPACE_IDENTITY_MISMATCH,
        ProblemCode.WORKSPACE_HAS_DELEGATES,
        ProblemCode.GROUP_LINK_NOT_ACCEPTED,
        ProblemCode.SUBJECT_BUSY,
        ProblemCode.CUSTODY_UNAVAILABLE
      },
      and = ProblemGroup.INSIDE)
  public Response exchange(
      @PathParam("id") String id,
      @HeaderParam("If-Match") Optional<String> ifMatch,
      @Nullable CredentialBody sent) {
    Workspace workspace = presence.of(access.require(Right.WORKSPACE_CREDENTIAL, id));
    Revisions.require(workspace, Revisions.expected(ifMatch));
    CredentialBody body = SentBody.required(sent);
    return answers.ok(
        exchange.exchange(
            workspace,
            body.entry("", admin -> access.require(Right.WORKSPACE_CREDENTIAL, admin)),
            askers.current()));
  }
}
