package agency.steward.tag.tagging;

import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which tags are to be put on what, or taken off. */
@Schema(
    description =
        "Every one of the tags on every one of the accounts or campaigns, or off them; tag_ids or"
            + " labels, not both")
record AssignRequest(
    @Schema(description = "Instantly's ids of tags, 1 to 50") Optional<List<String>> tagIds,
    @Schema(description = "Labels of tags that are there, 1 to 50") Optional<List<String>> labels,
    @Schema(required = true, description = "account or campaign", examples = "account")
        Optional<String> resourceType,
    @Schema(
            required = true,
            description =
                "E-mail addresses of accounts or ids of campaigns, 1 to 500; at most 2000 pairs of"
                    + " a tag and one of them")
        Optional<List<String>> resourceIds,
    @Schema(required = true, description = "true puts the tags on, false takes them off")
        Optional<Boolean> assign,
    @Schema(
            description = "true: although it changes at once who sends in campaigns that are live",
            defaultValue = "false")
        Optional<Boolean> confirmLive) {}
