package agency.steward.member;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who is to be invited, and as what: {@code role} or {@code profile}, not both. */
@Schema(description = "Whom to invite, and as what: role or profile")
record InviteRequest(
    @Schema(required = true, examples = "ann@agency.example") Optional<String> email,
    @Schema(description = "admin, editor or view", examples = "editor") Optional<String> role,
    @Schema(
            description = "A job: its role and permissions; see GET /v1/profiles",
            examples = "manager")
        Optional<String> profile,
    @Schema(
            description =
                "Sections of Instantly's app, with role only; without them, those of the role."
                    + " They cannot be changed later without inviting again")
        Optional<List<@Nullable String>> permissions,
    @Schema(description = "Only the owner of the workspace sees it", maxLength = 80)
        Optional<String> nickname) {}
