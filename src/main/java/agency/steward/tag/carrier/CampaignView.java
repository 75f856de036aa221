package agency.steward.tag.carrier;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's campaign (facts.md 4.8) and whose it is. */
@Schema(
    name = "Campaign",
    description = "Instantly's campaign under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record CampaignView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    String name,
    @Schema(
            description =
                "0 draft, 1 active, 2 paused, 3 completed, 4 running subsequences, -1 accounts"
                    + " unhealthy, -2 bounce protect, -99 suspended; new values pass through")
        int status,
    @Schema(description = "Ids of tags: every account that carries one sends it")
        List<String> emailTagList,
    @Schema(description = "Instantly's id of the workspace", nullable = true) String organization,
    Instant timestampCreated,
    Instant timestampUpdated) {}
