package agency.steward.apikey;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's key (facts.md 4.4) without its value. */
@Schema(
    description = "Instantly's API key under Instantly's field names, but never its value",
    additionalProperties = Schema.True.class)
record KeyView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    String name,
    List<String> scopes,
    @Schema(description = "Instantly's id of the workspace") String organizationId,
    Instant timestampCreated,
    Instant timestampUpdated,
    @Schema(required = true) KeySaid steward) {}
