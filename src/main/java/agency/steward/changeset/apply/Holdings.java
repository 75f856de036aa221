package agency.steward.changeset.apply;

import agency.steward.changeset.attempt.ChangeSetConfig;
import agency.steward.changeset.attempt.Sleeper;
import agency.steward.changeset.lease.Leases;
import agency.steward.workspace.Workspace;
import jakarta.enterprise.context.ApplicationScoped;

/** Begins to hold leases. */
@ApplicationScoped
class Holdings {
  private final Leases leases;
  private final Sleeper sleeper;
  private final ChangeSetConfig config;

  Holdings(Leases leases, Sleeper sleeper, ChangeSetConfig config) {
    this.leases = leases;
    this.sleeper = sleeper;
    this.config = config;
  }

  /** Nothing yet. */
  Holding in(Workspace workspace) {
    return new Holding(leases, sleeper, config, workspace.id());
  }
}
