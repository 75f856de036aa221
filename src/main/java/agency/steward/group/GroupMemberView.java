package agency.steward.group;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One row as the API describes it: Instantly's link (facts.md 4.2) and whose it is. */
@Schema(
    name = "GroupMember",
    description = "Instantly's group link under Instantly's field names, unknown fields included",
    additionalProperties = Schema.True.class)
record GroupMemberView(
    @Schema(description = "Steward's id of the workspace it was read in", required = true)
        String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) String id,
    @Schema(description = "Instantly's id of the admin workspace", required = true)
        String adminWorkspaceId,
    @Schema(description = "Instantly's id of the sub workspace", required = true)
        String subWorkspaceId,
    @Schema(description = "pending, accepted or rejected; new values pass through", required = true)
        String status,
    Instant timestampCreated,
    Instant timestampUpdated,
    @Schema(nullable = true) String subWorkspaceName,
    @Schema(nullable = true) String adminWorkspaceName,
    @Schema(description = "Absent where the sub workspace is not registered, or you may not see it")
        Optional<Known> steward) {

  /** What Steward adds. */
  @Schema(name = "GroupMemberSteward")
  record Known(@Schema(description = "Steward's id of the sub workspace") String workspaceId) {}
}
