package agency.steward.changeset.attempt;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.pace.Priority;
import agency.steward.instantly.wire.Permit;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Instantly, bound to a workspace for one step of a change and no longer than the step may take.
 */
@ApplicationScoped
public class Sites {
  /** A tenth of the pace that Instantly allows, since bulk takes what others leave. */
  private static final double PART = 0.1;

  private final Instantly instantly;
  private final Workspaces workspaces;
  private final ChangeSetConfig config;

  /** For one write, which must not be sent any more once that moment has passed. */
  public record Writing(InstantlyWorkspace instantly, Deadline until) {}

  Sites(Instantly instantly, Workspaces workspaces, ChangeSetConfig config) {
    this.instantly = instantly;
    this.workspaces = workspaces;
    this.config = config;
  }

  /** For everything before the write. */
  public InstantlyWorkspace reading(Workspace workspace) {
    return within(Stay.in(workspace), Deadline.in(config.readWithin()));
  }

  /**
   * To be bound before the intent is stored: storing it renews the lease, which then outlives the
   * time for the write, however long the storing took.
   */
  public Writing writing(Stay stay) {
    Deadline until = Deadline.in(config.writeWithin());
    return new Writing(within(stay, until), until);
  }

  /**
   * For what is read for many rows at once; lets others go first.
   *
   * @param rows how many are written while it is read
   * @param permit asked when it is the turn of a call
   */
  public InstantlyWorkspace bulk(Workspace workspace, int rows, Permit permit) {
    var theirs = Duration.ofMillis((long) (1_000 * rows / (PART * perSecond())));
    Duration patience = config.surveyWithin().plus(theirs);
    return instantly.in(workspace, Deadline.in(patience), Priority.BULK, permit);
  }

  /**
   * For one write of many, which must be over by then.
   *
   * @param permit asked when it is its turn
   */
  public Writing writing(Workspace workspace, Deadline until, Permit permit) {
    return new Writing(instantly.in(now(workspace), until, Priority.BULK, permit), until);
  }

  /** A lane may take minutes, and somebody may suspend or forget its workspace meanwhile. */
  private Workspace now(Workspace workspace) {
    return workspaces.find(workspace.id()).orElseThrow(() -> Refusals.forgotten().thrown());
  }

  /** How many calls a second a workspace stands in the long run. */
  public double perSecond() {
    return instantly.perSecond();
  }

  InstantlyWorkspace looking(Stay stay) {
    return within(stay, Deadline.in(config.lookWithin()));
  }

  InstantlyWorkspace within(Stay stay, Deadline until) {
    return instantly.in(stay.workspace(), until, Priority.INTERACTIVE, stay.permit());
  }
}
