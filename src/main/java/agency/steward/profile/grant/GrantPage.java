package agency.steward.profile.grant;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of grants, as the API describes it. */
@Schema(description = "One page of grants")
record GrantPage(
    @Schema(required = true) List<GrantView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
