package agency.steward.member;

import agency.steward.fleet.answer.Coverage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The JSON answer as the API describes it; it is streamed, never built whole. */
@Schema(description = "Members of many workspaces; rows of one workspace stay together")
record FleetMembers(List<MemberView> items, Coverage coverage) {}
