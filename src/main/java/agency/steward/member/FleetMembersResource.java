package agency.steward.member;

import agency.steward.access.Right;
import agency.steward.fleet.Fleet;
import agency.steward.fleet.FleetParameters;
import agency.steward.fleet.FleetRead;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is in which workspace, over the whole fleet. */
@Path("/v1/members")
@Tag(name = "Members")
@RunOnVirtualThread
public class FleetMembersResource {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "email",
          "user_id",
          "role",
          "accepted",
          "timestamp_created",
          "instantly_workspace_id",
          "issuer_id",
          "user_email",
          "nickname",
          "name",
          "permissions");

  private final Fleet fleet;

  FleetMembersResource(Fleet fleet) {
    this.fleet = fleet;
  }

  @GET
  @Operation(
      operationId = "listFleetMembers",
      summary = "Members of all workspaces you may see, with coverage")
  public Response members(
      @BeanParam FleetParameters asked, @BeanParam MemberFilterParameters wanted) {
    MemberFilter filter = wanted.filter();
    return fleet.answer(asked, new FleetRead("members", Right.MEMBER_READ, COLUMNS, filter::in));
  }
}
