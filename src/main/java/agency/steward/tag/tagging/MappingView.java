package agency.steward.tag.tagging;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's mapping (facts.md 4.3) and whose it is. */
@Schema(
    name = "TagMapping",
    description = "Instantly's mapping under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record MappingView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    @Schema(required = true) String tagId,
    @Schema(required = true, description = "The e-mail of an account, the id of a campaign")
        String resourceId,
    @Schema(required = true, description = "account or campaign, where Instantly has a number")
        String resourceType,
    @Schema(description = "Instantly's id of the workspace") String organizationId,
    Instant timestampCreated) {}
