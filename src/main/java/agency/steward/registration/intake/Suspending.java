package agency.steward.registration.intake;

import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.chronicle.Chronicle;
import agency.steward.workspace.Suspension;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Closes a workspace to everybody, and opens it again. Both may be done twice. */
@ApplicationScoped
@Transactional
public class Suspending {
  private final WorkspaceRegistry registry;
  private final Chronicle chronicle;
  private final Clock clock;

  Suspending(WorkspaceRegistry registry, Chronicle chronicle, Clock clock) {
    this.registry = registry;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  /** A workspace that is suspended already keeps its first reason. */
  public Workspace suspend(Workspace workspace, String reason, Asker asker) {
    var suspension = new Suspension(reason, asker.actor().principal(), clock.instant());
    Workspace after = registry.suspend(workspace.id(), suspension).orElseThrow(Desk::gone);
    if (after.suspension().equals(java.util.Optional.of(suspension))) {
      chronicle.suspended(asker, workspace, after, reason);
    }
    return after;
  }

  /** The state is then what the last look has shown. */
  public Workspace resume(Workspace workspace, Asker asker) {
    Workspace after = registry.resume(workspace.id(), clock.instant()).orElseThrow(Desk::gone);
    if (after.state() != workspace.state()) {
      chronicle.resumed(asker, workspace, after);
    }
    return after;
  }
}
