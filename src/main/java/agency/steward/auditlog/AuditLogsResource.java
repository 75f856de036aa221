package agency.steward.auditlog;

import static agency.steward.problem.ProblemGroup.INSIDE;
import static agency.steward.problem.ProblemGroup.PAGED;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.access.Right;
import agency.steward.problem.Problems;
import agency.steward.web.PageParameters;
import agency.steward.workspace.Workspace;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Instantly's log of one workspace. */
@Path("/v1/workspaces/{workspace_id}/audit-logs")
@Tag(name = "Audit logs")
@RunOnVirtualThread
public class AuditLogsResource {
  static final String ENTRY =
      """
      {"workspace_id":"0199c2f0-1c4e-7a61-9d0e-3f3f2b1f0a01","workspace_name":"Acme",\
      "id":"0199c2f0-2222-7a61-9d0e-3f3f2b1f0a01","timestamp":"2026-11-24T10:00:00.000Z",\
      "activity_type":37,"activity":"api_key_created","ip_address":"127.0.0.1","from_api":true,\
      "organization_id":"0198aaaa-1111-7a61-9d0e-3f3f2b1f0a01",\
      "api_key_id":"0199c2f0-3333-7a61-9d0e-3f3f2b1f0a01"}\
      """;

  private final Access access;
  private final AuditLogs logs;
  private final InstantSource clock;

  AuditLogsResource(Access access, AuditLogs logs, InstantSource clock) {
    this.access = access;
    this.logs = logs;
    this.clock = clock;
  }

  @GET
  @Needs(Right.AUDIT_LOG_READ)
  @Operation(
      operationId = "listAuditLogs",
      summary = "Instantly's audit log of a workspace",
      description =
          "The newest entries first, read completely and then paged. Where there is none, steward"
              + " says why as far as Instantly lets anybody know; a plan that has lapsed is a"
              + " problem and never an empty list. "
              + Emptiness.NEVER_LOGGED)
  @APIResponse(
      responseCode = "200",
      description = "One page of entries",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = AuditLogPage.class),
              example = "{\"items\":[" + ENTRY + "]}"))
  @Problems(and = {INSIDE, PAGED})
  public AuditLogPage list(
      @PathParam("workspace_id") String workspaceId,
      @BeanParam AuditLogParameters filter,
      @BeanParam PageParameters page) {
    Workspace workspace = access.require(Right.AUDIT_LOG_READ, workspaceId);
    return logs.page(workspace, filter.filter(clock.instant()), page);
  }
}
