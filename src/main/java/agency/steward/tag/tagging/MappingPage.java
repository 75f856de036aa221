package agency.steward.tag.tagging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of mappings, as the API describes it. */
@Schema(name = "TagMappingPage", description = "One page of what is tagged in a workspace")
record MappingPage(
    @Schema(required = true) List<MappingView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
