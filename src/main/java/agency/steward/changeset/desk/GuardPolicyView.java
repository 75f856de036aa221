package agency.steward.changeset.desk;

import agency.steward.changeset.guard.FreezeWindow;
import agency.steward.changeset.guard.GuardConfig;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The settings of the guards as the API shows them. */
@Schema(name = "GuardPolicy")
record GuardPolicyView(
    @Schema(required = true, description = "An accepted admin has to be left; always on")
        boolean lastAdmin,
    @Schema(required = true, description = "The owner is not touched; always on")
        boolean ownerProtected,
    @Schema(required = true) List<String> protectedPeople,
    @Schema(required = true) List<String> agencyDomains,
    @Schema(required = true, description = "Live campaigns' accounts are not tagged unseen")
        boolean liveSender,
    @Schema(required = true) Budget budgetWorkspace,
    @Schema(required = true) Budget budgetChangeSet,
    @Schema(required = true) List<Window> freezeWindows,
    @Schema(required = true) Shrunk listShrank,
    @Schema(required = true, description = "Always on") boolean identityUnproven,
    @Schema(required = true) Approvals approvals,
    @Schema(
            required = true,
            description =
                "For one principal, change sets included; beyond, one-row writes of them are refused")
        int riskyRowsPerHour) {

  /** The greater of both. */
  @Schema(name = "GuardBudget")
  record Budget(@Schema(required = true) int rows, @Schema(required = true) int percent) {}

  /** Nothing is applied in it. */
  @Schema(name = "GuardWindow")
  record Window(@Schema(required = true) Instant from, @Schema(required = true) Instant until) {
    static Window of(FreezeWindow window) {
      return new Window(window.from(), window.until());
    }
  }

  /** Both have to be so. */
  @Schema(name = "GuardShrunk")
  record Shrunk(
      @Schema(required = true) int rows,
      @Schema(required = true) int percent,
      @Schema(required = true, description = "An ISO 8601 duration") String believedAfter) {}

  /** What goes without a second person, and how many it takes. */
  @Schema(name = "GuardApprovals")
  record Approvals(@Schema(required = true) int freeRows, @Schema(required = true) int required) {}

  static GuardPolicyView of(GuardConfig config) {
    return new GuardPolicyView(
        true,
        true,
        config.protectedPeople().orElse(List.of()),
        config.agencyDomains().orElse(List.of()),
        true,
        new Budget(config.workspaceBudget().rows(), config.workspaceBudget().percent()),
        new Budget(config.setBudget().rows(), config.setBudget().percent()),
        config.freezeWindows().orElse(List.of()).stream().map(Window::of).toList(),
        new Shrunk(
            config.listShrank().rows(),
            config.listShrank().percent(),
            config.listShrank().believedAfter().toString()),
        true,
        new Approvals(config.approvals().freeRows(), config.approvals().required()),
        config.riskyRowsPerHour());
  }
}
