package agency.steward.tag.carrier;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "Accounts of many workspaces; rows of one workspace stay together")
record FleetAccounts(List<AccountView> items, Coverage coverage) {}
