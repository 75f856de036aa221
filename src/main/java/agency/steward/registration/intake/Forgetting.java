package agency.steward.registration.intake;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyException;
import agency.steward.instantly.InstantlyFailure;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.errand.Errands;
import agency.steward.registration.look.RegistrationConfig;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongPredicate;

/** Forgets a workspace and destroys its key in custody; what was done there stays in the ledger. */
@ApplicationScoped
public class Forgetting {
  private final Instantly instantly;
  private final Workspaces workspaces;
  private final Errands errands;
  private final Desk desk;
  private final RegistrationConfig config;

  Forgetting(
      Instantly instantly,
      Workspaces workspaces,
      Errands errands,
      Desk desk,
      RegistrationConfig config) {
    this.instantly = instantly;
    this.workspaces = workspaces;
    this.errands = errands;
    this.desk = desk;
    this.config = config;
  }

  /**
   * Throws {@code WORKSPACE_HAS_DELEGATES}, or {@code KEY_STILL_LIVE} where its own key is not
   * known to be dead.
   *
   * @param leaveKey that the key goes on working on Instantly is accepted
   */
  public void forget(Workspace workspace, LongPredicate expected, boolean leaveKey, Asker asker) {
    Delegates.refuse(workspaces, workspace);
    if (!leaveKey && workspace.credential() instanceof Credential.OwnKey && !isDead(workspace)) {
      throw keyStillLive(workspace);
    }
    // Only now is anything destroyed: a crash after the commit leaves the errand to whoever finds
    // it
    errands.tidy(desk.forget(workspace.id(), expected, asker));
  }

  private boolean isDead(Workspace workspace) {
    try {
      instantly.probing(workspace, Deadline.in(config.lookDeadline())).get("/workspaces/current");
      return false;
    } catch (InstantlyException e) {
      return e.failure() instanceof InstantlyFailure.KeyInvalid;
    } catch (ProblemException e) {
      return false;
    }
  }

  private static ProblemException keyStillLive(Workspace workspace) {
    return Problem.of(
            ProblemCode.KEY_STILL_LIVE,
            "Forgetting the workspace does not revoke its key on Instantly. Revoke it there first,"
                + " or send ?leave_key=true to leave it alive.")
        .with("workspace_id", workspace.id().toString())
        .thrown();
  }
}
