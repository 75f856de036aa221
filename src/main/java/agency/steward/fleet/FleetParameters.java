package agency.steward.fleet;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What every read across the fleet can be asked with (contract 4). */
public class FleetParameters {

  @Parameter(
      description =
          "Label selector in the Kubernetes syntax; not together with workspace_id. Without either:"
              + " every workspace you may see",
      example = "tier=gold,region!=emea")
  @QueryParam("selector")
  Optional<String> selector = Optional.empty();

  @Parameter(
      description =
          "Only these workspaces. One that does not exist, or that you may not see, is a failure"
              + " WORKSPACE_NOT_FOUND in the coverage")
  @QueryParam("workspace_id")
  List<String> workspaceId = List.of();

  @Parameter(
      description =
          "When the answer goes out, complete or not: an ISO 8601 duration from PT0.1S to PT5M."
              + " Workspaces that have not answered by then are failures UPSTREAM_TIMEOUT",
      schema = @Schema(defaultValue = "PT10S"))
  @QueryParam("deadline")
  Optional<String> deadline = Optional.empty();

  @Parameter(
      description = "Overrides the Accept header",
      schema = @Schema(enumeration = {"json", "ndjson", "csv"}))
  @QueryParam("format")
  Optional<String> format = Optional.empty();

  @Parameter(
      description =
          "true: a workspace that failed turns the answer into 503 COVERAGE_INCOMPLETE; all: a"
              + " skipped one too",
      schema =
          @Schema(
              enumeration = {"false", "true", "all"},
              defaultValue = "false"))
  @QueryParam("require_complete")
  Optional<String> requireComplete = Optional.empty();
}
