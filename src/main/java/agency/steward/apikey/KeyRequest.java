package agency.steward.apikey;

import agency.steward.apikey.change.WantedKey;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which key is to be made: {@code scopes} or {@code profile}, not both. */
@Schema(description = "Which key to make, and for what: scopes or profile")
record KeyRequest(
    @Schema(
            required = true,
            description = "For people; several keys may have the same",
            maxLength = WantedKey.LONGEST_NAME,
            examples = "Looker, read only")
        Optional<String> name,
    @Schema(description = "What it may do, each resource:action", examples = "[\"campaigns:read\"]")
        Optional<List<@Nullable String>> scopes,
    @Schema(
            description =
                "analytics, campaign_management or lead_reader, or the key_scopes of a profile; see"
                    + " GET /v1/profiles",
            examples = "analytics")
        Optional<String> profile,
    @Schema(
            description = "Where its value goes instead of into the answer",
            enumeration = "vault",
            examples = "vault")
        Optional<String> deliverTo) {}
