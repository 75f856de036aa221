package agency.steward.registration.reprobe;

import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.look.Abreast;
import agency.steward.registration.look.Examination;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceState;
import agency.steward.workspace.Workspaces;
import agency.steward.workspace.WorkspacesConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/** Checks broken workspaces again, each on one replica at a time. */
@ApplicationScoped
public class Reprobing {
  private static final Logger LOG = Logger.getLogger(Reprobing.class);

  private final LookStore store;
  private final Examination examination;
  private final Workspaces workspaces;
  private final WorkspacesConfig config;
  private final Clock clock;

  Reprobing(
      LookStore store,
      Examination examination,
      Workspaces workspaces,
      WorkspacesConfig config,
      Clock clock) {
    this.store = store;
    this.examination = examination;
    this.workspaces = workspaces;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Looks at every one that is due.
   *
   * @return how many
   */
  public int round() {
    int looked = 0;
    for (List<WorkspaceId> due = claim(); !due.isEmpty(); due = claim()) {
      Abreast.map(due, config.reprobeParallelism(), this::look);
      looked += due.size();
    }
    return looked;
  }

  /** A few for each worker, so that a slow one does not hold up the next block for long. */
  private List<WorkspaceId> claim() {
    return store.claim(clock.instant(), config.reprobeEvery(), 8 * config.reprobeParallelism());
  }

  private WorkspaceId look(WorkspaceId id) {
    try {
      workspaces
          .findNow(id)
          .filter(Reprobing::isBroken)
          .ifPresent(workspace -> examination.of(workspace, Asker.STEWARD));
    } catch (RuntimeException e) {
      LOG.debugf("Workspace %s could not be looked at: %s", id, e);
    }
    return id;
  }

  private static boolean isBroken(Workspace workspace) {
    return workspace.state() == WorkspaceState.CREDENTIAL_INVALID
        || workspace.state() == WorkspaceState.PLAN_INACTIVE;
  }
}
