package agency.steward.owner;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "The owners of many workspaces")
record FleetOwners(List<OwnerView> items, Coverage coverage) {}
