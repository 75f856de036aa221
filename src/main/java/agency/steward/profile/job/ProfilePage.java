package agency.steward.profile.job;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of profiles, as the API describes it. */
@Schema(description = "One page of profiles")
record ProfilePage(
    @Schema(required = true) List<ProfileView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
