package agency.steward.billing;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "One row for every workspace")
record FleetPlans(List<PlanRow> items, Coverage coverage) {}
