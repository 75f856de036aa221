package agency.steward.tag.carrier;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of accounts, as the API describes it. */
@Schema(description = "One page of the accounts of a workspace")
record AccountPage(
    @Schema(required = true) List<AccountView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
