package agency.steward.tag.tagging;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is tagged now, as the API describes it. */
@Schema(name = "TagAssignment", description = "What is so now of every pair, as it was read back")
record AssignView(
    @Schema(required = true) String workspaceId,
    @Schema(required = true) String workspaceName,
    @Schema(required = true, description = "account or campaign") String resourceType,
    @Schema(required = true) List<Result> results,
    @Schema(required = true) Counts counts,
    @Schema(required = true, description = "Live campaigns whose senders this has changed")
        List<LiveCampaign> effects) {

  /** One tag on one account or campaign. */
  @Schema(name = "TagAssignmentResult")
  record Result(
      @Schema(required = true) String tagId,
      @Schema(required = true) String label,
      @Schema(required = true, description = "As Instantly spells it") String resourceId,
      @Schema(required = true, description = "Whether it carries the tag now") boolean assigned,
      @Schema(required = true, description = "changed or already_so") String result) {}

  /** How many pairs. */
  @Schema(name = "TagAssignmentCounts")
  record Counts(@Schema(required = true) int changed, @Schema(required = true) int alreadySo) {}

  /** A campaign that sends. */
  @Schema(name = "LiveCampaign")
  record LiveCampaign(
      @Schema(required = true) String campaignId, @Schema(required = true) String name) {}
}
