package agency.steward.tag.carrier;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "Campaigns of many workspaces; rows of one workspace stay together")
record FleetCampaigns(List<CampaignView> items, Coverage coverage) {}
