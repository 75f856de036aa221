package agency.steward.member;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of members, as the API describes it. */
@Schema(description = "One page of the members of a workspace")
record MemberPage(
    @Schema(required = true) List<MemberView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
