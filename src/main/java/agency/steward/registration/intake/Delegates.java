package agency.steward.registration.intake;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;

/** Workspaces that are reached through another one. */
final class Delegates {
  private Delegates() {}

  /** Throws {@code WORKSPACE_HAS_DELEGATES} where there are any. */
  static void refuse(Workspaces workspaces, Workspace admin) {
    int delegates = workspaces.delegatedThrough(admin.id()).size();
    if (delegates > 0) {
      throw Problem.of(
              ProblemCode.WORKSPACE_HAS_DELEGATES,
              delegates
                  + " other workspaces are reached through this one. Give them keys of their own"
                  + " or forget them first.")
          .with("workspace_id", admin.id().toString())
          .with("delegates", delegates)
          .thrown();
    }
  }
}
