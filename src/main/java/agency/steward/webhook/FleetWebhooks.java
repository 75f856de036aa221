package agency.steward.webhook;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "Webhooks of many workspaces; rows of one workspace stay together")
record FleetWebhooks(List<WebhookView> items, Coverage coverage) {}
