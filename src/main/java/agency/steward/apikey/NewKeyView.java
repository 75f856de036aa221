package agency.steward.apikey;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A key that was just made, as the API describes it. */
@Schema(
    description = "The new key, with its value or where that lies; this one time",
    additionalProperties = Schema.True.class)
record NewKeyView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    String name,
    List<String> scopes,
    @Schema(description = "Instantly's id of the workspace") String organizationId,
    Instant timestampCreated,
    Instant timestampUpdated,
    @Schema(required = true) KeySaid steward,
    @Schema(
            nullable = true,
            description = "The value, in the first answer only; absent with deliver_to")
        String key,
    @Schema(description = "true in a repeated answer: the first one showed the value")
        boolean keyShown,
    @Schema(description = "Where the value lies in Vault; with deliver_to only")
        String vaultPath) {}
