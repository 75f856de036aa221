package agency.steward.tag;

import static agency.steward.problem.ProblemCode.ALREADY_EXISTS;
import static agency.steward.problem.ProblemCode.INVALID_PARAMETER;
import static agency.steward.problem.ProblemCode.NOT_FOUND_IN_WORKSPACE;
import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.ONE_ROW;
import static agency.steward.problem.ProblemGroup.PAGED;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.fleet.inside.Inside;
import agency.steward.fleet.inside.WrittenPage;
import agency.steward.idempotency.Idempotency;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problems;
import agency.steward.tag.change.TagChanges;
import agency.steward.tag.read.Tag;
import agency.steward.tag.read.TagId;
import agency.steward.tag.tagging.TagAccess;
import agency.steward.web.PageParameters;
import agency.steward.web.ParameterText;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Tags of one workspace. */
@Path("/v1/workspaces/{workspace_id}/tags")
@org.eclipse.microprofile.openapi.annotations.tags.Tag(name = "Tags")
@RunOnVirtualThread
public class TagsResource {
  static final String TAG =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-4444-7a61-9d0e-3f3f2b1f0a01","label":"VIP","description":"Senders for VIPs",\
      "organization_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "timestamp_created":"2026-01-31T10:00:00.000Z","timestamp_updated":"2026-01-31T10:00:00.000Z"}\
      """;

  private final Access access;
  private final TagAccess carriers;
  private final Inside inside;
  private final TagChanges changes;
  private final Idempotency idempotency;

  TagsResource(
      Access access,
      TagAccess carriers,
      Inside inside,
      TagChanges changes,
      Idempotency idempotency) {
    this.access = access;
    this.carriers = carriers;
    this.inside = inside;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @GET
  @Needs(Right.TAG_READ)
  @Operation(
      operationId = "listTags",
      summary = "Tags of a workspace",
      description =
          "All of them, in the order of their ids. On Instantly a tag is a filter of lists, and a"
              + " campaign may send from every account that carries one; it keeps nobody out of"
              + " anything.")
  @APIResponse(
      responseCode = "200",
      description = "One page of tags",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TagPage.class),
              example = "{\"items\":[" + TAG + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public WrittenPage list(
      @PathParam("workspace_id") String workspaceId,
      @BeanParam TagFilterParameters filter,
      @BeanParam PageParameters page) {
    Workspace workspace = access.require(Right.TAG_READ, workspaceId);
    return inside.page(workspace, Listing.TAGS, page, filter.read());
  }

  @GET
  @Path("{tag_id}")
  @Needs(Right.TAG_READ)
  @Operation(
      operationId = "getTag",
      summary = "One tag",
      description = "The tag as Instantly has it at this moment. Its id is a UUID, no label.")
  @APIResponse(
      responseCode = "200",
      description = "The tag",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TagView.class),
              example = TAG))
  @Problems(
      value = {NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE})
  public ObjectNode one(
      @PathParam("workspace_id") String workspaceId, @PathParam("tag_id") String tagId) {
    Workspace workspace = access.require(Right.TAG_READ, workspaceId);
    return inside.one(workspace, Tag.path(TagId.known(tagId)));
  }

  @POST
  @Needs(Right.TAG_CREATE)
  @Operation(
      operationId = "createTag",
      summary = "Create a tag",
      description =
          "A label exists once in a workspace, after trimming; case makes a difference. One that is"
              + " there already as asked for (a description counts where one is asked for) is"
              + " answered 200; with another description 409 with existing_id. A tag keeps nobody"
              + " out of anything on Instantly.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TagRequest.class),
              example = "{\"label\":\"VIP\",\"description\":\"Senders for VIPs\"}"))
  @APIResponse(
      responseCode = "201",
      description = "Created, and seen by reading back",
      headers = {
        @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
        @Header(name = "Location", description = "The tag")
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TagView.class),
              example = TAG))
  @APIResponse(
      responseCode = "200",
      description = "Is there already; nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TagView.class),
              example = TAG))
  @Problems(
      value = {ALREADY_EXISTS},
      and = {INSIDE, ONE_ROW})
  public Response create(@PathParam("workspace_id") String workspaceId, TagRequest body) {
    Workspace workspace = access.require(Right.TAG_CREATE, workspaceId);
    return idempotency.once(() -> changes.ensure(workspace, body.wanted()));
  }

  @PATCH
  @Path("{tag_id}")
  @Needs({Right.TAG_WRITE, Right.CAMPAIGN_READ, Right.ACCOUNT_READ})
  @Operation(
      operationId = "changeTag",
      summary = "Give a tag another label or description",
      description =
          "Campaigns name their tags by id, so nobody's senders change. Grants of Steward that name"
              + " tags do so by label: what carries the tag is seen by the holders of the new label"
              + " from now on, and no longer by those of the old one.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TagPatch.class),
              example = "{\"label\":\"VIP West\"}"))
  @APIResponse(
      responseCode = "200",
      description = "It is so; where it was so already, nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TagView.class),
              example = TAG))
  @Problems(
      value = {ALREADY_EXISTS, NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE, ONE_ROW})
  public Response change(
      @PathParam("workspace_id") String workspaceId,
      @PathParam("tag_id") String tagId,
      TagPatch body) {
    Workspace workspace = carriers.require(Right.TAG_WRITE, workspaceId);
    return changes.edit(workspace, TagId.known(tagId), body.wanted());
  }

  @DELETE
  @Path("{tag_id}")
  @Needs({Right.TAG_DELETE, Right.CAMPAIGN_READ, Right.ACCOUNT_READ})
  @Operation(
      operationId = "deleteTag",
      summary = "Delete a tag",
      description =
          "It is taken off everything that carries it, and cannot be brought back: a new tag of the"
              + " same label has another id. Where a live campaign sends from the accounts that"
              + " carry it, 409 GUARD_VIOLATED (LIVE_SENDER) with effects, unless confirm_live is"
              + " true.")
  @APIResponse(
      responseCode = "204",
      description = "Gone; or was not there, proven by the complete list",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION))
  @Problems(
      value = {INVALID_PARAMETER, NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE, ONE_ROW})
  public Response delete(
      @PathParam("workspace_id") String workspaceId,
      @PathParam("tag_id") String tagId,
      @Parameter(
              description = "true: although it changes at once who sends in live campaigns",
              schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
          @QueryParam("confirm_live")
          Optional<String> confirmLive) {
    Workspace workspace = carriers.require(Right.TAG_DELETE, workspaceId);
    boolean confirmed =
        confirmLive.map(text -> ParameterText.truth("confirm_live", text)).orElse(false);
    return changes.delete(workspace, TagId.known(tagId), confirmed);
  }
}
