package agency.steward.tag.carrier;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's account (facts.md 4.8) and whose it is. */
@Schema(
    name = "Account",
    description =
        "Instantly's sending account under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record AccountView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true, description = "Instantly has no other id of it") String email,
    @Schema(
            description =
                "1 active, 2 paused, 3 paused for maintenance, -1 connection error, -2 soft bounce"
                    + " error, -3 sending error; new values pass through")
        int status,
    int warmupStatus,
    int providerCode,
    @Schema(description = "Instantly's id of the workspace") String organization,
    Instant timestampCreated,
    Instant timestampUpdated) {}
