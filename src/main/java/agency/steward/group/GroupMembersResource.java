package agency.steward.group;

import static agency.steward.problem.ProblemCode.ALREADY_EXISTS;
import static agency.steward.problem.ProblemCode.LINK_IN_USE_BY_STEWARD;
import static agency.steward.problem.ProblemCode.NOT_FOUND_IN_WORKSPACE;
import static agency.steward.problem.ProblemCode.PRIVILEGE_CEILING;
import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.ONE_ROW;
import static agency.steward.problem.ProblemGroup.PAGED;

import agency.steward.access.Access;
import agency.steward.access.Ceiling;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.fleet.inside.Inside;
import agency.steward.fleet.inside.WrittenPage;
import agency.steward.group.change.GroupChanges;
import agency.steward.idempotency.Idempotency;
import agency.steward.instantly.Listing;
import agency.steward.problem.Problems;
import agency.steward.web.PageParameters;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
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

/** The links of one workspace's group. */
@Path("/v1/workspaces/{workspace_id}/group-members")
@Tag(name = "Groups")
@RunOnVirtualThread
public class GroupMembersResource {
  static final String LINK =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Agency",\
      "id":"0198cccc-1111-7a61-9d0e-3f3f2b1f0a01",\
      "admin_workspace_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "sub_workspace_id":"0198bbbb-1111-7a61-9d0e-3f3f2b1f0a02","status":"accepted",\
      "timestamp_created":"2026-01-31T10:00:00.000Z","timestamp_updated":"2026-01-31T10:00:00.000Z",\
      "sub_workspace_name":"Globex","admin_workspace_name":"Agency",\
      "steward":{"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02"}}\
      """;
  private static final String INVITATION =
      """
      {"sub_workspace_id":"0198bbbb-1111-7a61-9d0e-3f3f2b1f0a02"}\
      """;

  private final Access access;
  private final Inside inside;
  private final GroupRows rows;
  private final SubWanted wanted;
  private final Ceiling ceiling;
  private final GroupChanges changes;
  private final Idempotency idempotency;

  GroupMembersResource(
      Access access,
      Inside inside,
      GroupRows rows,
      SubWanted wanted,
      Ceiling ceiling,
      GroupChanges changes,
      Idempotency idempotency) {
    this.access = access;
    this.inside = inside;
    this.rows = rows;
    this.wanted = wanted;
    this.ceiling = ceiling;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @GET
  @Needs(Right.GROUP_READ)
  @Operation(
      operationId = "listGroupMembers",
      summary = "Links of a workspace's group",
      description =
          "Every workspace that this one has invited into its group, with pending, accepted or"
              + " rejected; empty where it administers none. Read from Instantly at this moment,"
              + " completely, and then paged.")
  @APIResponse(
      responseCode = "200",
      description = "One page of links",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GroupMemberPage.class),
              example = "{\"items\":[" + LINK + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public WrittenPage list(
      @PathParam("workspace_id") String workspaceId, @BeanParam PageParameters page) {
    Workspace workspace = access.require(Right.GROUP_READ, workspaceId);
    return inside.page(workspace, Listing.GROUP_MEMBERS, page, rows.read());
  }

  @GET
  @Path("{gm_id}")
  @Needs(Right.GROUP_READ)
  @Operation(
      operationId = "getGroupMember",
      summary = "One link of a group",
      description = "The link as Instantly has it at this moment; either of its sides may ask.")
  @APIResponse(
      responseCode = "200",
      description = "The link",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GroupMemberView.class),
              example = LINK))
  @Problems(
      value = {NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE})
  public ObjectNode one(
      @PathParam("workspace_id") String workspaceId, @PathParam("gm_id") String linkId) {
    Workspace workspace = access.require(Right.GROUP_READ, workspaceId);
    return rows.marked(inside.one(workspace, Listing.GROUP_MEMBERS.one(LinkId.known(linkId))));
  }

  @POST
  @Needs(Right.GROUP_INVITE)
  @Operation(
      operationId = "inviteGroupMember",
      summary = "Invite a workspace into the group",
      description =
          "By Instantly's id of the sub workspace, never by an e-mail: Instantly asks its owner, who"
              + " has to accept in Instantly's app; until then the link is pending. Accepted ones"
              + " are registered by POST /v1/workspaces/{id}/import-group. One that is invited or in"
              + " the group already is answered 200.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GroupInviteRequest.class),
              example = INVITATION))
  @APIResponse(
      responseCode = "201",
      description = "Invited",
      headers = {
        @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
        @Header(name = "Location", description = "The link")
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GroupMemberView.class),
              example = LINK))
  @APIResponse(
      responseCode = "200",
      description = "Is invited, or in the group, already; nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GroupMemberView.class),
              example = LINK))
  @Problems(
      value = {PRIVILEGE_CEILING, ALREADY_EXISTS, NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE, ONE_ROW})
  public Response invite(@PathParam("workspace_id") String workspaceId, GroupInviteRequest body) {
    Workspace workspace = access.require(Right.GROUP_INVITE, workspaceId);
    return idempotency.once(() -> invite(workspace, body));
  }

  private Response invite(Workspace workspace, GroupInviteRequest body) {
    String sub = wanted.of(workspace, body);
    ceiling.group(workspace, Right.GROUP_INVITE);
    Response made = changes.invite(workspace, sub);
    rows.marked((ObjectNode) made.getEntity());
    return made;
  }

  @DELETE
  @Path("{gm_id}")
  @Needs(Right.GROUP_DELETE)
  @Operation(
      operationId = "removeGroupMember",
      summary = "Remove a workspace from the group, take an invitation back, or leave the group",
      description =
          "The admin workspace removes; a sub workspace leaves, with the link's id from group-admin."
              + " It takes effect at once, and only a new invitation brings it back. The link"
              + " through which Steward itself reaches a registered workspace stays, from both"
              + " sides. Answered after Instantly has shown that the link is gone.")
  @APIResponse(
      responseCode = "204",
      description = "Gone; or was not there, proven by reading",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION))
  @Problems(
      value = {PRIVILEGE_CEILING, NOT_FOUND_IN_WORKSPACE, LINK_IN_USE_BY_STEWARD},
      and = {INSIDE, ONE_ROW})
  public Response remove(
      @PathParam("workspace_id") String workspaceId, @PathParam("gm_id") String linkId) {
    Workspace workspace = access.require(Right.GROUP_DELETE, workspaceId);
    String id = LinkId.known(linkId);
    ceiling.group(workspace, Right.GROUP_DELETE);
    return changes.end(workspace, id);
  }
}
