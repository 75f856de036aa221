package agency.steward.credential;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.WorkspaceId;
import java.time.Duration;

/** What custody says when it cannot do what it is asked; the same words for each store. */
public final class CustodyProblem {
  private static final Duration SOON = Duration.ofSeconds(5);

  private CustodyProblem() {}

  /** The store cannot be reached, or cannot be used as it is configured. */
  public static ProblemException unavailable(String detail) {
    return Problem.of(ProblemCode.CUSTODY_UNAVAILABLE, detail).after(SOON).thrown();
  }

  /** Somebody else has stored a version meanwhile. */
  public static ProblemException busy(WorkspaceId workspace) {
    return Problem.of(
            ProblemCode.SUBJECT_BUSY,
            "The key of workspace "
                + workspace
                + " was exchanged by somebody else at this moment; look at it and try again.")
        .after(Duration.ofSeconds(1))
        .thrown();
  }

  /** The store answers, but this version is not in it: somebody removed it by hand. */
  public static ProblemException missing(WorkspaceId workspace, int version) {
    return Problem.of(
            ProblemCode.WORKSPACE_CREDENTIAL_MISSING,
            "Version "
                + version
                + " of the key of workspace "
                + workspace
                + " is no longer in custody; bring a key with PUT /v1/workspaces/"
                + workspace
                + "/credential.")
        .thrown();
  }
}
