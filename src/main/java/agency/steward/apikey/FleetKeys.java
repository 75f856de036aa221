package agency.steward.apikey;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "API keys of many workspaces; rows of one workspace stay together")
record FleetKeys(List<KeyView> items, Coverage coverage) {}
