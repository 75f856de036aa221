package agency.steward.instantly.door;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Workspace;

/**
 * Lets nobody into a workspace that is not active, or whose admin workspace is not (contract 2).
 */
public final class Admission {
  private final Keyring keyring;

  public Admission(Keyring keyring) {
    this.keyring = keyring;
  }

  /** Throws the code of the state. */
  public void check(Workspace workspace) {
    refuseUnlessActive(workspace, workspace);
    keyring.admin(workspace).ifPresent(admin -> refuseUnlessActive(admin, workspace));
  }

  private static void refuseUnlessActive(Workspace barred, Workspace asked) {
    switch (barred.state()) {
      case ACTIVE -> {}
      case SUSPENDED ->
          throw refusal(ProblemCode.WORKSPACE_SUSPENDED, barred, asked, "is suspended; resume it");
      case CREDENTIAL_INVALID ->
          throw refusal(
              ProblemCode.WORKSPACE_CREDENTIAL_INVALID,
              barred,
              asked,
              "has a credential that does not work any more; store another one, or verify it once"
                  + " that is put right in Instantly");
      case PLAN_INACTIVE ->
          throw refusal(
              ProblemCode.WORKSPACE_PLAN_INACTIVE,
              barred,
              asked,
              "has no active paid plan on Instantly; it is looked at again regularly and by verify");
    }
  }

  /** Whoever asks may not be allowed to see the admin workspace: nothing of it is told. */
  private static ProblemException refusal(
      ProblemCode code, Workspace barred, Workspace asked, String why) {
    String who = (barred == asked ? "" : "The admin workspace of ") + asked.name();
    return Problem.of(code, who + " " + why).with("workspace_id", asked.id().toString()).thrown();
  }
}
