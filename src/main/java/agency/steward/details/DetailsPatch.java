package agency.steward.details;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be different; what is not named stays. */
@Schema(description = "What is to be different; what is not named stays")
record DetailsPatch(
    @Schema(
            description =
                "Instantly's name of the workspace; Steward's own is changed by PATCH"
                    + " /v1/workspaces/{id}",
            maxLength = 255,
            examples = "Acme Ltd")
        Optional<String> name,
    @Schema(
            type = SchemaType.STRING,
            format = "uri",
            nullable = true,
            description = "An http or https address; null takes the logo away",
            maxLength = 2048,
            examples = "https://acme.example/logo.png")
        @Nullable JsonNode orgLogoUrl) {}
