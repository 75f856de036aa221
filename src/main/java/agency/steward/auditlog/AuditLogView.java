package agency.steward.auditlog;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's entry (facts.md 4.5), its name, and whose it is. */
@Schema(
    description = "Instantly's entry under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record AuditLogView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    @Schema(required = true) Instant timestamp,
    @Schema(description = "Instantly's number", examples = "37", required = true) int activityType,
    @Schema(
            description =
                "Steward's name for the number; activity_41 and the like where it has none yet",
            examples = "api_key_created")
        String activity,
    String organizationId,
    String ipAddress,
    boolean fromApi,
    @Schema(nullable = true) String userId,
    @Schema(nullable = true) String userName,
    @Schema(nullable = true) String userAgent,
    @Schema(description = "The key that did it, where it is known", nullable = true)
        String apiKeyId,
    @Schema(nullable = true) Integer affectedCount,
    @Schema(nullable = true) String campaignId,
    @Schema(nullable = true) String webhookId,
    @Schema(nullable = true) String subsequenceId,
    @Schema(nullable = true) String listId,
    @Schema(nullable = true) Map<String, Object> auditMetadata) {}
