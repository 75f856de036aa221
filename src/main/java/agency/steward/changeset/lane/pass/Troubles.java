package agency.steward.changeset.lane.pass;

import agency.steward.changeset.guard.IdentityGuard;
import agency.steward.changeset.lane.Stop;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;

/** What a failure to reach a workspace means for its lane. */
public final class Troubles {
  private Troubles() {}

  public static Stop of(ProblemException failure) {
    if (failure instanceof InstantlyException upstream
        && upstream.failure() instanceof InstantlyFailure.WrongIdentity) {
      return new Stop.Forbidden(IdentityGuard.UNPROVEN);
    }
    return of(failure.problem());
  }

  public static Stop of(Problem problem) {
    if (closes(problem.code())) {
      return new Stop.Closed(problem);
    }
    if (problem.code() != ProblemCode.UPSTREAM_RATE_LIMITED) {
      return new Stop.Trouble(problem);
    }
    return problem.members().containsKey("upstream") ? new Stop.Limited(problem) : new Stop.Busy();
  }

  /** Nothing that anybody does by itself: somebody has to mend the workspace first. */
  public static boolean closes(ProblemCode code) {
    return switch (code) {
      case WORKSPACE_SUSPENDED,
          WORKSPACE_CREDENTIAL_INVALID,
          WORKSPACE_CREDENTIAL_MISSING,
          WORKSPACE_PLAN_INACTIVE,
          WORKSPACE_NOT_FOUND,
          CREDENTIAL_SCOPE_MISSING,
          PLAN_FEATURE_REQUIRED,
          GROUP_LINK_NOT_ACCEPTED ->
          true;
      default -> false;
    };
  }
}
