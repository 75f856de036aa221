package agency.steward.tag;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of tags, as the API describes it. */
@Schema(description = "One page of the tags of a workspace")
record TagPage(
    @Schema(required = true) List<TagView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
