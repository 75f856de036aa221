package agency.steward.member;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different; what is not named stays. */
@Schema(description = "What is to be different; what is not named stays")
record MemberPatch(
    @Schema(description = "admin, editor or view", examples = "editor") Optional<String> role,
    @Schema(
            type = SchemaType.STRING,
            nullable = true,
            description = "Only the owner of the workspace sees it; null takes it away",
            maxLength = 80)
        @Nullable JsonNode nickname,
    @Schema(hidden = true, description = "Named only to say that it cannot be done")
        @Nullable JsonNode permissions) {}
