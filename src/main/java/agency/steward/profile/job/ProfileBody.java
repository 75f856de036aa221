package agency.steward.profile.job;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a profile is to be, as it comes in; {@link ProfileTerms} says what is wrong with it. */
@Schema(
    name = "ProfilePut",
    description = "A profile whole: what is left out, it does not have. Its name is in the path")
record ProfileBody(
    @Schema(
            required = true,
            description = "The role of its members in Instantly: admin, editor or view",
            examples = "editor")
        Optional<String> instantlyRole,
    @Schema(
            description =
                "What its members are invited with, by Instantly's names; left out: what the role"
                    + " brings")
        @JsonSetter(contentNulls = Nulls.FAIL)
        Optional<List<String>> permissions,
    @Schema(
            description =
                "The scopes of its API keys, within its rights; left out: those that the rights"
                    + " amount to")
        @JsonSetter(contentNulls = Nulls.FAIL)
        Optional<List<String>> keyScopes,
    @Schema(
            required = true,
            description =
                "Verbs (view, create, edit, delete, launch, import) by area; an area left out: none")
        @JsonSetter(contentNulls = Nulls.FAIL)
        Optional<Map<String, List<String>>> rights) {}
