package agency.steward.group;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of links, as the API describes it. */
@Schema(description = "One page of the links of a workspace's group")
record GroupMemberPage(
    @Schema(required = true) List<GroupMemberView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
