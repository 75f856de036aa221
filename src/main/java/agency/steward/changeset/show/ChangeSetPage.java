package agency.steward.changeset.show;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of change sets, as the API describes it. */
@Schema(description = "One page of change sets")
record ChangeSetPage(
    @Schema(required = true) List<ChangeSetView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
