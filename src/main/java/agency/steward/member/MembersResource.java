package agency.steward.member;

import static agency.steward.problem.ProblemCode.ALREADY_EXISTS;
import static agency.steward.problem.ProblemCode.LAST_ADMIN;
import static agency.steward.problem.ProblemCode.NOT_FOUND_IN_WORKSPACE;
import static agency.steward.problem.ProblemCode.PERMISSIONS_NEED_REINVITE;
import static agency.steward.problem.ProblemCode.PRIVILEGE_CEILING;
import static agency.steward.problem.ProblemCode.ROLE_NOT_ASSIGNABLE;
import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.ONE_ROW;
import static agency.steward.problem.ProblemGroup.PAGED;

import agency.steward.access.Access;
import agency.steward.access.Ceiling;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.access.job.Profile;
import agency.steward.changeset.ChangeSetHeader;
import agency.steward.fleet.inside.Inside;
import agency.steward.fleet.inside.WrittenPage;
import agency.steward.idempotency.Idempotency;
import agency.steward.instantly.Listing;
import agency.steward.member.change.Member;
import agency.steward.member.change.MemberChanges;
import agency.steward.member.change.MemberKinds;
import agency.steward.problem.Problems;
import agency.steward.web.PageParameters;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Members of one workspace. */
@Path("/v1/workspaces/{workspace_id}/members")
@Tag(name = "Members")
@RunOnVirtualThread
public class MembersResource {
  private static final String MEMBER =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a01","email":"ann@agency.example","role":"admin",\
      "accepted":true,"timestamp_created":"2026-01-31T10:00:00.000Z",\
      "instantly_workspace_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01"}\
      """;
  private static final String INVITATION =
      """
      {"email":"bob@agency.example","role":"editor","nickname":"Bob, mornings"}\
      """;

  private final Access access;
  private final Inside inside;
  private final Wanted wanted;
  private final Ceiling ceiling;
  private final MemberChanges changes;
  private final Idempotency idempotency;

  MembersResource(
      Access access,
      Inside inside,
      Wanted wanted,
      Ceiling ceiling,
      MemberChanges changes,
      Idempotency idempotency) {
    this.access = access;
    this.inside = inside;
    this.wanted = wanted;
    this.ceiling = ceiling;
    this.changes = changes;
    this.idempotency = idempotency;
  }

  @GET
  @Needs(Right.MEMBER_READ)
  @Operation(
      operationId = "listMembers",
      summary = "Members of a workspace",
      description =
          "Everybody who is a member or invited, in the order of their ids. Read from Instantly at"
              + " this moment, completely, and then paged.")
  @APIResponse(
      responseCode = "200",
      description = "One page of members",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MemberPage.class),
              example = "{\"items\":[" + MEMBER + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public WrittenPage list(
      @PathParam("workspace_id") String workspaceId,
      @BeanParam MemberFilterParameters filter,
      @BeanParam PageParameters page) {
    Workspace workspace = access.require(Right.MEMBER_READ, workspaceId);
    return inside.page(workspace, Listing.MEMBERS, page, filter.filter().read());
  }

  @GET
  @Path("{member_id}")
  @Needs(Right.MEMBER_READ)
  @Operation(
      operationId = "getMember",
      summary = "One member",
      description = "The member as Instantly has it at this moment.")
  @APIResponse(
      responseCode = "200",
      description = "The member",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MemberView.class),
              example = MEMBER))
  @Problems(
      value = {NOT_FOUND_IN_WORKSPACE},
      and = {INSIDE})
  public ObjectNode one(
      @PathParam("workspace_id") String workspaceId, @PathParam("member_id") String memberId) {
    Workspace workspace = access.require(Right.MEMBER_READ, workspaceId);
    return inside.one(workspace, Member.path(MemberId.known(memberId)));
  }

  @POST
  @Needs(Right.MEMBER_INVITE)
  @Operation(
      operationId = "inviteMember",
      summary = "Invite somebody",
      description =
          "As role (admin, editor, view), or as a profile, which also says the permissions. Somebody"
              + " who is there already in that role is answered 200; in another one 409 with"
              + " existing_id. The answer is given after Instantly's list has shown it.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = InviteRequest.class),
              example = INVITATION))
  @APIResponse(
      responseCode = "201",
      description = "Invited",
      headers = {
        @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
        @Header(name = "Location", description = "The member")
      },
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MemberView.class),
              example = MEMBER))
  @APIResponse(
      responseCode = "200",
      description = "Is there already in this role; nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MemberView.class),
              example = MEMBER))
  @Problems(
      value = {ROLE_NOT_ASSIGNABLE, PRIVILEGE_CEILING, ALREADY_EXISTS},
      and = {INSIDE, ONE_ROW})
  public Response invite(@PathParam("workspace_id") String workspaceId, InviteRequest body) {
    Workspace workspace = access.require(Right.MEMBER_INVITE, workspaceId);
    return idempotency.once(() -> invite(workspace, body));
  }

  private Response invite(Workspace workspace, InviteRequest body) {
    Optional<Profile> profile = wanted.profile(body);
    ObjectNode invitation = wanted.invitation(body, profile);
    profile.ifPresentOrElse(
        found -> ceiling.profile(workspace, found, Right.MEMBER_INVITE),
        () ->
            ceiling.member(
                workspace,
                role(invitation),
                List.copyOf(MemberKinds.permissions(invitation)),
                Right.MEMBER_INVITE));
    return changes.invite(workspace, invitation);
  }

  @PATCH
  @Path("{member_id}")
  @Needs(Right.MEMBER_WRITE)
  @Operation(
      operationId = "changeMember",
      summary = "Give a member another role or nickname",
      description =
          "The answer is the member as it was read back. An accepted admin can only be demoted while"
              + " another accepted one is left. Permissions cannot be changed: they are set only by"
              + " inviting.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MemberPatch.class),
              example = "{\"role\":\"view\"}"))
  @APIResponse(
      responseCode = "200",
      description = "It is so; where it was so already, nothing was sent",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION),
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MemberView.class),
              example = MEMBER))
  @Problems(
      value = {
        ROLE_NOT_ASSIGNABLE,
        PERMISSIONS_NEED_REINVITE,
        NOT_FOUND_IN_WORKSPACE,
        PRIVILEGE_CEILING,
        LAST_ADMIN
      },
      and = {INSIDE, ONE_ROW})
  public Response change(
      @PathParam("workspace_id") String workspaceId,
      @PathParam("member_id") String memberId,
      MemberPatch body) {
    Workspace workspace = access.require(Right.MEMBER_WRITE, workspaceId);
    ObjectNode set = wanted.edit(body);
    if (set.has("role")) {
      ceiling.role(workspace, role(set), Right.MEMBER_WRITE);
    }
    return changes.edit(workspace, MemberId.known(memberId), set);
  }

  @DELETE
  @Path("{member_id}")
  @Needs(Right.MEMBER_DELETE)
  @Operation(
      operationId = "removeMember",
      summary = "Remove a member, or cancel an invitation",
      description =
          "Answered after Instantly's complete list has shown that nobody of this id is there any"
              + " more. Keys, webhooks and sessions of the person stay.")
  @APIResponse(
      responseCode = "204",
      description = "Gone; or was not there, proven by the complete list",
      headers = @Header(name = ChangeSetHeader.NAME, description = ChangeSetHeader.DESCRIPTION))
  @Problems(
      value = {NOT_FOUND_IN_WORKSPACE, LAST_ADMIN},
      and = {INSIDE, ONE_ROW})
  public Response remove(
      @PathParam("workspace_id") String workspaceId, @PathParam("member_id") String memberId) {
    Workspace workspace = access.require(Right.MEMBER_DELETE, workspaceId);
    return changes.remove(workspace, MemberId.known(memberId));
  }

  private static String role(ObjectNode of) {
    return of.path("role").asText();
  }
}
