package agency.steward.auditlog;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is never built whole. */
@Schema(description = "Audit logs of many workspaces, the oldest entry first")
record FleetAuditLogs(List<AuditLogView> items, Coverage coverage) {}
