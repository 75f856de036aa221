package agency.steward.details.change;

import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps Instantly's name of a workspace in the registry up to date. */
@ApplicationScoped
class InstantlyNames {
  private final WorkspaceRegistry registry;
  private final Clock clock;

  InstantlyNames(WorkspaceRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  @Transactional
  void keep(WorkspaceId workspace, String name) {
    registry.rename(workspace, name, clock.instant());
  }
}
