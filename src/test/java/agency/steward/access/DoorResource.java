package agency.steward.access;

import agency.steward.access.grant.Narrowing;
import agency.steward.workspace.Workspaces;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Stands for every resource where only the right to enter is looked at. */
@Path("/v1/test-door/{right}")
@RunOnVirtualThread
public class DoorResource {
  private final Access access;
  private final Workspaces workspaces;

  DoorResource(Access access, Workspaces workspaces) {
    this.access = access;
    this.workspaces = workspaces;
  }

  @GET
  @Operation(hidden = true)
  public void fleet(@PathParam("right") String right) {
    access.require(Right.of(right).orElseThrow());
  }

  /** In how many workspaces, and how much of each. */
  @GET
  @Path("narrowed")
  @Operation(hidden = true)
  public Map<String, List<String>> narrowed(@PathParam("right") String right) {
    Narrowed narrowed = access.narrowed(Right.of(right).orElseThrow());
    return workspaces.matching(narrowed.visibility(), Optional.empty()).stream()
        .collect(
            Collectors.toMap(
                workspace -> workspace.id().toString(),
                workspace -> labels(narrowed.in().apply(workspace))));
  }

  @GET
  @Path("narrowed/{workspace_id}")
  @Operation(hidden = true)
  public List<String> narrowed(
      @PathParam("right") String right, @PathParam("workspace_id") String workspaceId) {
    return labels(access.narrowed(Right.of(right).orElseThrow(), workspaceId).narrowing());
  }

  private static List<String> labels(Narrowing narrowing) {
    return switch (narrowing) {
      case Narrowing.Everything whole -> List.of("*");
      case Narrowing.Tagged tagged -> tagged.labels().stream().sorted().toList();
    };
  }

  @GET
  @Path("in/{workspace_id}")
  @Operation(hidden = true)
  public String workspace(
      @PathParam("right") String right, @PathParam("workspace_id") String workspaceId) {
    return access.require(Right.of(right).orElseThrow(), workspaceId).name();
  }
}
