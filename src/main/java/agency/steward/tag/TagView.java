package agency.steward.tag;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's tag (facts.md 4.3) and whose it is. */
@Schema(
    name = "Tag",
    description = "Instantly's tag under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record TagView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    @Schema(required = true, description = "One tag per label in a workspace, after trimming")
        String label,
    @Schema(nullable = true) String description,
    @Schema(description = "Instantly's id of the workspace") String organizationId,
    Instant timestampCreated,
    Instant timestampUpdated) {}
