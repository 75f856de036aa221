package agency.steward.apikey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of keys, as the API describes it. */
@Schema(description = "One page of the API keys of a workspace")
record KeyPage(
    @Schema(required = true) List<KeyView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
