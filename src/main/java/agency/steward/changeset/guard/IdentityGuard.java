package agency.steward.changeset.guard;

import agency.steward.changeset.plan.Change;
import agency.steward.problem.ProblemCode;
import java.util.Optional;

/** Nothing is written into a workspace that is not proven to be the one that is meant. */
public final class IdentityGuard implements Guard {
  public static final String RULE = "IDENTITY_UNPROVEN";

  /** What it says, wherever it is found out. */
  public static final Violation UNPROVEN =
      new Violation(
          RULE,
          Violation.Scope.WORKSPACE,
          ProblemCode.GUARD_VIOLATED,
          "The stored credential does not lead to this workspace but to another one, so nothing"
              + " was written. POST /v1/workspaces/{id}/verify looks again; PUT"
              + " /v1/workspaces/{id}/credential replaces it.",
          false);

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Optional<Violation> judge(Change change, GuardContext context) {
    return context.identityProven() ? Optional.empty() : Optional.of(UNPROVEN);
  }
}
