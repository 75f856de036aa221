package agency.steward.group;

import static agency.steward.problem.ProblemGroup.INSIDE;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.answer.Outward;
import agency.steward.fleet.inside.Inside;
import agency.steward.group.change.LinkReads;
import agency.steward.problem.Problems;
import agency.steward.workspace.Workspace;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose group a workspace is in. */
@Path("/v1/workspaces/{workspace_id}/group-admin")
@Tag(name = "Groups")
@RunOnVirtualThread
public class GroupAdminResource {
  private static final String NAME = "workspace_name";
  private static final String ADMIN =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02","workspace_name":"Globex",\
      "has_admin_workspace":true,"admin_workspace_name":"Agency",\
      "workspace_group_member_id":"0198cccc-1111-7a61-9d0e-3f3f2b1f0a01"}\
      """;

  private final Access access;
  private final Inside inside;

  GroupAdminResource(Access access, Inside inside) {
    this.access = access;
    this.inside = inside;
  }

  @GET
  @Needs(Right.GROUP_READ)
  @Operation(
      operationId = "getGroupAdmin",
      summary = "Whose group a workspace is in",
      description =
          "The name of the admin workspace and the id of the link, as Instantly has them at this"
              + " moment; has_admin_workspace is false where the workspace is in no group.")
  @APIResponse(
      responseCode = "200",
      description = "The admin workspace, or that there is none",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = GroupAdminView.class),
              example = ADMIN))
  @Problems(and = {INSIDE})
  public ObjectNode one(@PathParam("workspace_id") String workspaceId) {
    Workspace workspace = access.require(Right.GROUP_READ, workspaceId);
    return Outward.object(workspace, folded(inside.of(workspace).get(LinkReads.OWN_ADMIN)));
  }

  /**
   * Where there is none Instantly says {@code "Undefined"} (facts.md 4.2). What it calls {@code
   * workspace_name} is not the name of this workspace.
   */
  static ObjectNode folded(ObjectNode admin) {
    var name = admin.remove(NAME);
    if (name != null && admin.path("has_admin_workspace").asBoolean()) {
      admin.set("admin_workspace_name", name);
    }
    return admin;
  }
}
