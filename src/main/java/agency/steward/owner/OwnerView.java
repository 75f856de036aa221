package agency.steward.owner;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who owns a workspace, as the API describes it. */
@Schema(description = "Who owns a workspace")
record OwnerView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(description = "Instantly's id of the user", required = true) String userId,
    @Schema(description = "Absent where the owner is no member") String memberId,
    @Schema(description = "Absent where the owner is no member") String email,
    @Schema(description = "first and last, where Instantly knows them") Map<String, String> name) {}
