package agency.steward.member;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's member (facts.md 4.1) and whose it is. */
@Schema(
    description = "Instantly's member under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record MemberView(
    @Schema(description = "Steward's id of the workspace", required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(description = "Instantly's id of the workspace") String instantlyWorkspaceId,
    @Schema(required = true) String id,
    @Schema(required = true) String email,
    String userId,
    @Schema(description = "owner, admin, editor, view or client; new values pass through")
        String role,
    @Schema(description = "When they were invited") Instant timestampCreated,
    boolean accepted,
    @Schema(description = "The user who invited them", nullable = true) String issuerId,
    @Schema(nullable = true) String userEmail,
    @Schema(nullable = true) String nickname,
    Map<String, String> name,
    @Schema(nullable = true) List<String> permissions) {}
