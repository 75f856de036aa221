package agency.steward.inspection;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the ledger, as the API describes it. */
@Schema(description = "One page of the ledger")
record LedgerPage(
    @Schema(required = true) List<LedgerEntryView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
