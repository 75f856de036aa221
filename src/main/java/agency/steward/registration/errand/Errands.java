package agency.steward.registration.errand;

import agency.steward.credential.Custody;
import agency.steward.ids.Ids;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.workspace.Credential;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Announce, write into custody, commit together with the registry. At every moment a crash leaves
 * an errand from which custody can be put in order: what the registry points to stays, everything
 * else is destroyed.
 */
@ApplicationScoped
public class Errands {
  private static final Logger LOG = Logger.getLogger(Errands.class);
  private static final int BLOCK = 50;
  private static final Duration SOON = Duration.ofSeconds(2);

  private final ErrandStore store;
  private final Custody custody;
  private final Workspaces workspaces;
  private final Clock clock;

  Errands(ErrandStore store, Custody custody, Workspaces workspaces, Clock clock) {
    this.store = store;
    this.custody = custody;
    this.workspaces = workspaces;
    this.clock = clock;
  }

  /**
   * From now on nobody else writes into custody for this workspace. Throws {@code SUBJECT_BUSY} if
   * somebody else does. Joins the current transaction if there is one.
   */
  public Errand announce(WorkspaceId workspace) {
    var errand = new Errand(workspace, Ids.next());
    if (!store.begin(errand, clock.instant())) {
      throw busy();
    }
    return errand;
  }

  /**
   * Ends the errand in the transaction of the change it was made for, so that both commit or
   * neither does.
   */
  @Transactional(TxType.MANDATORY)
  public void close(Errand errand) {
    if (!store.end(errand)) {
      throw busy();
    }
  }

  /** As {@link #close}, but the superseded key stays until no replica works with it any more. */
  @Transactional(TxType.MANDATORY)
  public void leave(Errand errand) {
    if (!store.leave(errand, clock.instant())) {
      throw busy();
    }
  }

  /**
   * Puts custody in order now: after a failure, or when the workspace is gone. Also right where
   * nobody knows whether the transaction has committed. What cannot be done now is done later.
   */
  public void tidy(Errand errand) {
    try {
      if (store.begin(errand, clock.instant())) {
        order(errand);
      }
    } catch (RuntimeException e) {
      LOG.warnf("Custody of workspace %s is put in order later: %s", errand.workspace(), e);
    }
  }

  /**
   * Finishes what others have left behind.
   *
   * @param grace after which an errand under way counts as abandoned
   * @param rest how long a superseded key is kept
   * @return how many errands were finished
   */
  public int sweep(Duration grace, Duration rest) {
    int ended = 0;
    for (List<Errand> found = take(grace, rest); !found.isEmpty(); found = take(grace, rest)) {
      found.forEach(this::order);
      ended += found.size();
    }
    return ended;
  }

  private List<Errand> take(Duration grace, Duration rest) {
    Instant now = clock.instant();
    return store.take(now.minus(grace), now.minus(rest), now, BLOCK);
  }

  private void order(Errand errand) {
    WorkspaceId id = errand.workspace();
    Optional<Credential> present = workspaces.findNow(id).map(Workspace::credential);
    if (present.orElse(null) instanceof Credential.OwnKey own) {
      custody.keepOnly(id, own.version());
    } else {
      custody.destroy(id);
    }
    store.end(errand);
  }

  private static ProblemException busy() {
    return Problem.of(
            ProblemCode.SUBJECT_BUSY,
            "The credential of this workspace is being exchanged or forgotten at this moment; look"
                + " at the workspace and try again.")
        .after(SOON)
        .thrown();
  }
}
