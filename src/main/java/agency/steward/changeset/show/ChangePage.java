package agency.steward.changeset.show;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of rows, as the API describes it. */
@Schema(description = "One page of the rows of a change set")
record ChangePage(
    @Schema(required = true) List<ChangeView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
