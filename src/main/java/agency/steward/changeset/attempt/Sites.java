package agency.steward.changeset.attempt;

import agency.steward.instantly.Deadline;
import agency.steward.instantly.Instantly;
import agency.steward.instantly.InstantlyWorkspace;
import agency.steward.instantly.pace.Priority;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Instantly, bound to a workspace for one step of a change and no longer than the step may take.
 */
@ApplicationScoped
public class Sites {
  private final Instantly instantly;
  private final ChangeSetConfig config;

  /** For one write, which must not be sent any more once that moment has passed. */
  public record Writing(InstantlyWorkspace instantly, Deadline until) {}

  Sites(Instantly instantly, ChangeSetConfig config) {
    this.instantly = instantly;
    this.config = config;
  }

  /** For everything before the write. */
  public InstantlyWorkspace reading(Workspace workspace) {
    return within(workspace, Deadline.in(config.readWithin()));
  }

  /**
   * To be bound before the intent is stored: storing it renews the lease, which then outlives the
   * time for the write, however long the storing took.
   */
  public Writing writing(Workspace workspace) {
    Deadline until = Deadline.in(config.writeWithin());
    return new Writing(within(workspace, until), until);
  }

  /** For everything that is read for many rows at once; lets others go first. */
  public InstantlyWorkspace bulk(Workspace workspace) {
    return within(workspace, Deadline.in(config.surveyWithin()), Priority.BULK);
  }

  /** For one write of many, which must be over by then. */
  public Writing writing(Workspace workspace, Deadline until) {
    return new Writing(within(workspace, until, Priority.BULK), until);
  }

  InstantlyWorkspace looking(Workspace workspace) {
    return within(workspace, Deadline.in(config.lookWithin()));
  }

  InstantlyWorkspace within(Workspace workspace, Deadline deadline) {
    return within(workspace, deadline, Priority.INTERACTIVE);
  }

  InstantlyWorkspace within(Workspace workspace, Deadline deadline, Priority priority) {
    return instantly.in(workspace, deadline, priority);
  }
}
