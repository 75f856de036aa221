package agency.steward.group;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which workspace is to join the group. */
@Schema(description = "Which workspace is to join the group")
record GroupInviteRequest(
    @Schema(
            required = true,
            description = "Instantly's id of the workspace; not an e-mail, not Steward's id",
            examples = "0198bbbb-1111-7a61-9d0e-3f3f2b1f0a02")
        Optional<String> subWorkspaceId,
    @Schema(hidden = true, description = "Named only to say that it cannot be done")
        @Nullable JsonNode email) {}
