package agency.steward.owner;

import static agency.steward.problem.ProblemCode.OWNER_NOT_ELIGIBLE;
import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.ONE_ROW;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.fleet.answer.Outward;
import agency.steward.fleet.inside.Inside;
import agency.steward.idempotency.Idempotency;
import agency.steward.problem.Problems;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The owner of one workspace. */
@Path("/v1/workspaces/{workspace_id}/owner")
@Tag(name = "Owner")
@RunOnVirtualThread
public class OwnerResource {
  private static final String ANN =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "user_id":"0199c2f0-5555-7a61-9d0e-3f3f2b1f0a01",\
      "member_id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a01","email":"ann@client.example",\
      "name":{"first":"Ann","last":"Archer"}\
      """;
  static final String OWNER = ANN + "}";
  private static final String TRANSFERRED =
      ANN
          + """
          ,"accepted_admins":1,\
          "previous_owner":{"user_id":"0199c2f0-5555-7a61-9d0e-3f3f2b1f0a02",\
          "member_id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a02","email":"bob@client.example",\
          "role":"admin","absent":false}}\
          """;

  private final Access access;
  private final Inside inside;
  private final OwnerChanges changes;
  private final Idempotency idempotency;

  OwnerResource(Access access, Inside inside, OwnerChanges changes, Idempotency idempotency) {
    this.access = access;
    this.inside = inside;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @GET
  @Needs(Right.OWNER_READ)
  @Operation(
      operationId = "getOwner",
      summary = "The owner of a workspace",
      description =
          "As Instantly has it at this moment. An owner who is no member is only a user_id.")
  @APIResponse(
      responseCode = "200",
      description = "The owner",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OwnerView.class),
              example = OWNER))
  @Problems(and = {INSIDE})
  public ObjectNode owner(@PathParam("workspace_id") String workspaceId) {
    Workspace workspace = access.require(Right.OWNER_READ, workspaceId);
    return Outward.object(workspace, Ownership.of(inside.of(workspace)));
  }

  @POST
  @Needs(Right.OWNER_TRANSFER)
  @Operation(
      operationId = "transferOwnership",
      summary = "Hand a workspace over to another owner",
      description =
          "For agency-admin only, to a member who has accepted, and for good: only the new owner could"
              + " hand it back. sec is the token that Instantly asks for; Steward sends it on and"
              + " keeps it nowhere. Answered after Instantly has shown the new owner; previous_owner"
              + " says what became of the one before, and accepted_admins how many admins there are,"
              + " since one of them may be the owner now. Whoever owns the workspace already is"
              + " answered 200. It is never part of a larger change set.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TransferRequest.class),
              example = "{\"email\":\"ann@client.example\",\"sec\":\"SECRET_TOKEN\"}"))
  @APIResponse(
      responseCode = "200",
      description = "It is so; where it was so already, nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = NewOwnerView.class),
              example = TRANSFERRED))
  @Problems(
      value = {OWNER_NOT_ELIGIBLE},
      and = {INSIDE, ONE_ROW})
  public Response transfer(@PathParam("workspace_id") String workspaceId, TransferRequest body) {
    Workspace workspace = access.require(Right.OWNER_TRANSFER, workspaceId);
    return idempotency.once(() -> changes.transfer(workspace, body.address(), body.token()));
  }
}
