package agency.steward.group;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose group a workspace is in, as the API describes it. */
@Schema(
    name = "GroupAdmin",
    description = "Whose group the workspace is in",
    additionalProperties = Schema.True.class)
record GroupAdminView(
    @Schema(required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true) boolean hasAdminWorkspace,
    @Schema(description = "Instantly's name of the admin workspace; absent where there is none")
        Optional<String> adminWorkspaceName,
    @Schema(
            description =
                "The link; DELETE …/group-members/{gm_id} with it leaves the group. Absent where"
                    + " there is none")
        Optional<String> workspaceGroupMemberId) {}
