package agency.steward.tag.carrier;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of campaigns, as the API describes it. */
@Schema(description = "One page of the campaigns of a workspace")
record CampaignPage(
    @Schema(required = true) List<CampaignView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
