package agency.steward.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of webhooks, as the API describes it. */
@Schema(description = "One page of the webhooks of a workspace")
record WebhookPage(
    @Schema(required = true) List<WebhookView> items,
    @Schema(description = "Absent on the last page") String nextPageToken) {}
