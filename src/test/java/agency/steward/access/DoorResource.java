package agency.steward.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Stands for every resource where only the right to enter is looked at. */
@Path("/v1/test-door/{right}")
@RunOnVirtualThread
public class DoorResource {
  private final Access access;

  DoorResource(Access access) {
    this.access = access;
  }

  @GET
  @Operation(hidden = true)
  public void fleet(@PathParam("right") String right) {
    access.require(Right.of(right).orElseThrow());
  }

  @GET
  @Path("in/{workspace_id}")
  @Operation(hidden = true)
  public String workspace(
      @PathParam("right") String right, @PathParam("workspace_id") String workspaceId) {
    return access.require(Right.of(right).orElseThrow(), workspaceId).name();
  }
}
