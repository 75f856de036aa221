package agency.steward.changeset.desk;

import agency.steward.access.Access;
import agency.steward.access.Needs;
import agency.steward.changeset.guard.GuardConfig;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.Problems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the guards hold to. */
@Path("/v1/guard-policy")
@Tag(name = "Change sets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GuardPolicyResource {
  private static final String POLICY =
      """
      {"last_admin":true,"owner_protected":true,"protected_people":["ceo@agency.example"],\
      "agency_domains":["agency.example"],"live_sender":true,\
      "budget_workspace":{"rows":3,"percent":25},"budget_change_set":{"rows":50,"percent":5},\
      "freeze_windows":[],"list_shrank":{"rows":3,"percent":30,"believed_after":"PT10M"},\
      "identity_unproven":true,"approvals":{"free_rows":25,"required":1},\
      "risky_rows_per_hour":50}\
      """;

  private final Access access;
  private final GuardConfig config;

  GuardPolicyResource(Access access, GuardConfig config) {
    this.access = access;
    this.config = config;
  }

  @GET
  @Needs
  @Operation(
      operationId = "getGuardPolicy",
      summary = "The limits that guards apply",
      description =
          "The configuration of this deployment (steward.guard.*). Steward does not start with one"
              + " that it cannot read.")
  @APIResponse(
      responseCode = "200",
      description = "The settings",
      content =
          @Content(schema = @Schema(implementation = GuardPolicyView.class), example = POLICY))
  @Problems(ProblemCode.UNAUTHENTICATED)
  public GuardPolicyView policy() {
    access.caller();
    return GuardPolicyView.of(config);
  }
}
