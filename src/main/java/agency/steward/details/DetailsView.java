package agency.steward.details;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Instantly's workspace object (facts.md 4.6) as the API describes it. */
@Schema(
    name = "Details",
    description = "Instantly's workspace under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record DetailsView(
    @Schema(required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true, description = "Instantly's id of it") String id,
    @Schema(required = true, description = "Instantly's name of it") String name,
    @Schema(description = "Instantly's user id of the owner") String owner,
    Instant timestampCreated,
    Instant timestampUpdated,
    @Schema(nullable = true) String planId,
    @Schema(nullable = true) Instant scheduledForRemovalAt,
    @Schema(nullable = true) String orgLogoUrl,
    @Schema(nullable = true, description = "Of its whitelabel") String orgClientDomain) {}
