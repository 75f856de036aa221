package agency.steward.tag.tagging;

import static agency.steward.problem.ProblemCode.NOT_FOUND_IN_WORKSPACE;
import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.ONE_ROW;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.idempotency.Idempotency;
import agency.steward.problem.Problems;
import agency.steward.tag.change.TagChanges;
import agency.steward.workspace.Workspace;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** Tags are put on accounts and campaigns of one workspace, and taken off. */
@Path("/v1/workspaces/{workspace_id}/tags/assign")
@Tag(name = "Tags")
@RunOnVirtualThread
public class AssignResource {
  private static final String WORKSPACE =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      """;
  private static final String ASKED =
      """
      {"labels":["VIP"],"resource_type":"account","resource_ids":["ann@acme.example"],\
      "assign":true,"confirm_live":true}\
      """;
  private static final String ASSIGNED =
      WORKSPACE
          + """
          "resource_type":"account","results":[{"tag_id":"0199c2f0-4444-7a61-9d0e-3f3f2b1f0a01",\
          "label":"VIP","resource_id":"ann@acme.example","assigned":true,"result":"changed"}],\
          "counts":{"changed":1,"already_so":0},\
          "effects":[{"campaign_id":"0199c2f0-5555-7a61-9d0e-3f3f2b1f0a01","name":"Spring"}]}\
          """;

  private final TagAccess access;
  private final TagChanges changes;
  private final Idempotency idempotency;

  AssignResource(TagAccess access, TagChanges changes, Idempotency idempotency) {
    this.access = access;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @POST
  @Needs({Right.TAG_WRITE, Right.CAMPAIGN_READ, Right.ACCOUNT_READ})
  @Operation(
      operationId = "assignTags",
      summary = "Tag accounts or campaigns, or take tags off",
      description =
          "Says how it shall be, so that asking twice does no harm. Tags by tag_ids or by labels, at"
              + " most 50; accounts by e-mail address, campaigns by id, at most 500; at most 2000"
              + " pairs. Everything has to be in the workspace, else nothing is changed and errors"
              + " names what is not. Tags select senders: where tagging or untagging an account"
              + " changes who sends in a campaign that is live (its email_tag_list has the tag), 409"
              + " GUARD_VIOLATED (LIVE_SENDER) with effects, unless confirm_live is true. It is read"
              + " back through the mappings. Nobody is kept out of anything on Instantly by a tag.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AssignRequest.class),
              example = ASKED))
  @APIResponse(
      responseCode = "200",
      description = "It is so; where it was so already, nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AssignView.class),
              example = ASSIGNED))
  @Problems(
      value = {NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE, ONE_ROW})
  public Response assign(@PathParam("workspace_id") String workspaceId, AssignRequest body) {
    Workspace workspace = access.require(Right.TAG_WRITE, workspaceId);
    return idempotency.once(
        () -> changes.assign(workspace, WantedBatch.of(body), body.confirmLive().orElse(false)));
  }
}
