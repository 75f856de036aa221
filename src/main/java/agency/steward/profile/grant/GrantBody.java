package agency.steward.profile.grant;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody is to be granted, as it comes in; {@link GrantTerms} says what is wrong with it.
 */
@Schema(
    name = "NewGrant",
    description = "Who shall hold which profile where: exactly one of selector and workspace_ids")
record GrantBody(
    @Schema(
            required = true,
            description =
                "sub:…, email:… (counts only where the token says email_verified) or group:…",
            examples = "group:client-success")
        Optional<String> principal,
    @Schema(required = true, description = "The name of a profile", examples = "manager")
        Optional<String> profile,
    @Schema(
            description =
                "Whatever carries these labels at the moment of asking; at least one = or in term",
            examples = "client=acme")
        Optional<String> selector,
    @Schema(description = "These workspaces, at most 250", nullable = true)
        @JsonSetter(contentNulls = Nulls.FAIL)
        Optional<List<String>> workspaceIds,
    @Schema(
            description =
                "Labels of tags, 1 to 50: then its holder reads the campaigns and accounts that"
                    + " carry one of them, and nothing else. It holds for what goes through"
                    + " Steward, not in Instantly's app",
            examples = "[\"vip\"]")
        @JsonSetter(contentNulls = Nulls.FAIL)
        Optional<List<String>> tags,
    @Schema(description = "When it ends by itself; left out: never") Optional<Instant> expiresAt) {}
