package agency.steward.group;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "Links of many groups; rows of one workspace stay together")
record FleetGroupMembers(List<GroupMemberView> items, Coverage coverage) {}
