package agency.steward.webhook;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's webhook (facts.md 4.10) and whose it is. */
@Schema(
    description = "Instantly's webhook under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record WebhookView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    @Schema(description = "Instantly's id of the workspace") String organization,
    @Schema(required = true) String targetHookUrl,
    @Schema(nullable = true) String eventType,
    @Schema(description = "null for all campaigns", nullable = true) String campaign,
    @Schema(nullable = true) String name,
    @Schema(nullable = true) BigDecimal customInterestValue,
    @Schema(
            description = "What is sent along: a fingerprint in the place of each value",
            nullable = true)
        Map<String, String> headers,
    @Schema(description = "1 active, -1 disabled after failures", nullable = true) Integer status,
    Instant timestampCreated,
    @Schema(nullable = true) Instant timestampError) {}
