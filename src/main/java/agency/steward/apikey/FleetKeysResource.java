package agency.steward.apikey;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.apikey.shown.KeyReading;
import agency.steward.fleet.Fleet;
import agency.steward.fleet.FleetParameters;
import agency.steward.fleet.FleetRead;
import agency.steward.problem.ProblemGroup;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which keys there are, over the whole fleet. */
@Path("/v1/api-keys")
@Tag(name = "API keys")
@RunOnVirtualThread
public class FleetKeysResource {
  private static final String COVERAGE =
      """
      {"total":412,"ok":411,"failed":1,"skipped":0,\
      "failures":[{"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02","workspace_name":"Globex",\
      "code":"UPSTREAM_TIMEOUT","detail":"Instantly did not answer for this workspace within PT10S",\
      "retryable":true}],\
      "skipped_workspaces":[],"as_of":"2026-11-24T12:00:00Z"}\
      """;
  private static final String CSV =
      """
      workspace_id,workspace_name,error,id,name,scopes,…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,Acme,,0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01,Zapier,"[""all:all""]",…
      0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a02,Globex,UPSTREAM_TIMEOUT,,,,…
      """;
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "scopes",
          "organization_id",
          "timestamp_created",
          "timestamp_updated",
          "steward");

  private final Fleet fleet;
  private final KeyReading reading;

  FleetKeysResource(Fleet fleet, KeyReading reading) {
    this.fleet = fleet;
    this.reading = reading;
  }

  @GET
  @Needs(value = Right.API_KEY_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetApiKeys",
      summary = "API keys of many workspaces",
      description =
          "Asks every active workspace you may see, or those you name, and answers by the deadline"
              + " at the latest; never a value. With overprivileged=true: who holds an all:all key"
              + " in your fleet. A key says neither who made it, nor until when it works, nor when"
              + " it was last used: Instantly does not know. A workspace that is missing is in"
              + " coverage, with why.")
  @APIResponse(
      responseCode = "200",
      description = "What the workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetKeys.class),
            example = "{\"items\":[" + KeysResource.KEY + "],\"coverage\":" + COVERAGE + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = KeysResource.KEY + "\n{\"coverage\":" + COVERAGE + "}\n"),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING), example = CSV)
      })
  @Problems(and = ProblemGroup.FLEET)
  public Response keys(@BeanParam FleetParameters asked, @BeanParam KeyFilter filter) {
    return fleet.answer(
        asked, new FleetRead("api-keys", Right.API_KEY_READ, COLUMNS, filter.read(reading)));
  }
}
