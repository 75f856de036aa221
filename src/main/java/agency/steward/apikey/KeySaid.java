package agency.steward.apikey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What Steward says of a key, as the API describes it. */
@Schema(description = "What Steward says of the key")
record KeySaid(
    @Schema(
            required = true,
            nullable = true,
            description =
                "Whether Steward reaches the workspace with it; null where Instantly does not show"
                    + " what it would take to tell")
        Boolean usedBySteward,
    @Schema(
            required = true,
            description =
                "Why it may do more than a key should; empty where it may not: all_scopes,"
                    + " api_keys, workspace_write, workspace_members_write,"
                    + " workspace_group_members_write, security_tokens, auth, group_admin_reach")
        List<String> overprivileged,
    @Schema(
            description =
                "Only where its scopes are too many: everything harmless that it may do today,"
                    + " spelled out")
        List<String> narrower,
    @Schema(
            description =
                "true where Steward's own key may not see whether the workspace administers a"
                    + " group, so that group_admin_reach cannot be told")
        boolean groupAdminUnknown,
    @Schema(description = "Of its value, where Instantly shows that") String fingerprint) {}
