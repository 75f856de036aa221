package agency.steward.auditlog;

import static agency.steward.problem.ProblemGroup.FLEET;

import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.fleet.Fleet;
import agency.steward.fleet.FleetParameters;
import agency.steward.fleet.FleetRead;
import agency.steward.fleet.answer.Examples;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What happened, everywhere. */
@Path("/v1/audit-logs")
@Tag(
    name = "Audit logs",
    description = "Instantly's own logs; what was done through Steward is in the ledger")
@RunOnVirtualThread
public class FleetAuditLogsResource {
  private static final String ROW = AuditLogsResource.ENTRY;
  private static final List<String> COLUMNS =
      List.of(
          "timestamp",
          "activity",
          "activity_type",
          "user_name",
          "user_id",
          "api_key_id",
          "from_api",
          "ip_address",
          "user_agent",
          "affected_count",
          "campaign_id",
          "webhook_id",
          "subsequence_id",
          "list_id",
          "id",
          "organization_id",
          "audit_metadata");

  private final Fleet fleet;
  private final InstantSource clock;

  FleetAuditLogsResource(Fleet fleet, InstantSource clock) {
    this.fleet = fleet;
    this.clock = clock;
  }

  @GET
  @Needs(value = Right.AUDIT_LOG_READ, where = Needs.Where.EACH_WORKSPACE)
  @Operation(
      operationId = "listFleetAuditLogs",
      summary = "Audit logs of many workspaces",
      description =
          "What happened from start_date (24 hours ago) to end_date (now), 31 days at most. JSON is in"
              + " one order, the oldest entry first, and therefore goes out when the last workspace"
              + " has answered; workspaces whose entries are too many for that are failures"
              + " ANSWER_TOO_LARGE. NDJSON and CSV go out as workspaces answer. coverage.empty names"
              + " those that answered without an entry. "
              + Emptiness.NEVER_LOGGED)
  @APIResponse(
      responseCode = "200",
      description = "What the workspaces answered, and which did not",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = FleetAuditLogs.class),
            example = "{\"items\":[" + ROW + "],\"coverage\":" + Examples.COVERAGE + "}"),
        @Content(
            mediaType = "application/x-ndjson",
            schema = @Schema(type = SchemaType.STRING),
            example = ROW + "\n{\"coverage\":" + Examples.COVERAGE + "}\n"),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            example =
                "workspace_id,workspace_name,error,timestamp,activity,…\n"
                    + "0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01,Acme,,2026-11-24T10:00:00.000Z,api_key_created,…\n")
      })
  @Problems(and = {FLEET})
  public Response logs(@BeanParam FleetParameters asked, @BeanParam AuditLogParameters wanted) {
    AuditLogFilter filter = wanted.fleetFilter(clock.instant());
    return fleet.answer(
        asked,
        new FleetRead("audit-logs", Right.AUDIT_LOG_READ, COLUMNS, filter::in)
            .orderedBy(Moment::oldestFirst)
            .meaning(Emptiness.UNKNOWN.detail()));
  }
}
