package agency.steward.registration.look;

import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.chronicle.Chronicle;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceRegistry;
import agency.steward.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** Records what a look has changed. */
@ApplicationScoped
class Verdicts {
  private final WorkspaceRegistry registry;
  private final Workspaces workspaces;
  private final Chronicle chronicle;
  private final Clock clock;

  Verdicts(WorkspaceRegistry registry, Workspaces workspaces, Chronicle chronicle, Clock clock) {
    this.registry = registry;
    this.workspaces = workspaces;
    this.chronicle = chronicle;
    this.clock = clock;
  }

  @Transactional
  Workspace settle(Workspace before, Optional<String> instantlyName, Asker asker) {
    instantlyName
        .filter(name -> !name.equals(before.instantlyName()))
        .ifPresent(name -> registry.rename(before.id(), name, clock.instant()));
    Workspace after = workspaces.findNow(before.id()).orElseThrow(Verdicts::gone);
    if (after.state() != before.state()) {
      chronicle.verified(asker, before, after);
    }
    return after;
  }

  private static RuntimeException gone() {
    return Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND, "The workspace was forgotten while it was looked at.")
        .thrown();
  }
}
