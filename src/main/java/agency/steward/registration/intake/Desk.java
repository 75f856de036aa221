package agency.steward.registration.intake;

import agency.steward.idempotency.Idempotency;
import agency.steward.problem.Problem;
import agency.steward.problem.ProblemCode;
import agency.steward.problem.ProblemException;
import agency.steward.registration.chronicle.Asker;
import agency.steward.registration.chronicle.Chronicle;
import agency.steward.registration.errand.Errand;
import agency.steward.registration.errand.Errands;
import agency.steward.workspace.Condition;
import agency.steward.workspace.Credential;
import agency.steward.workspace.NewWorkspace;
import agency.steward.workspace.Workspace;
import agency.steward.workspace.WorkspaceId;
import agency.steward.workspace.WorkspaceRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** What commits together: registry, ledger, the end of the errand, the record of the request. */
@ApplicationScoped
@Transactional
class Desk {
  private final WorkspaceRegistry registry;
  private final Chronicle chronicle;
  private final Errands errands;
  private final Idempotency idempotency;
  private final Clock clock;

  Desk(
      WorkspaceRegistry registry,
      Chronicle chronicle,
      Errands errands,
      Idempotency idempotency,
      Clock clock) {
    this.registry = registry;
    this.chronicle = chronicle;
    this.errands = errands;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /**
   * @param errand of the key, where the workspace has one of its own
   */
  Workspace register(NewWorkspace workspace, Optional<Errand> errand, Asker asker) {
    Workspace added = registry.add(workspace);
    errand.ifPresent(errands::close);
    chronicle.registered(asker, added);
    idempotency.bind(Registration.KIND, added.id().value());
    return added;
  }

  /** All of them or none: of two imports at once the second begins anew. */
  List<Workspace> importAll(Workspace admin, List<NewWorkspace> found, Asker asker) {
    List<Workspace> added = registry.addAll(found);
    added.forEach(workspace -> chronicle.registered(asker, workspace));
    chronicle.imported(asker, admin, added.size());
    return added;
  }

  Workspace exchange(
      Workspace workspace,
      Credential present,
      List<Condition> conditions,
      Errand errand,
      Asker asker) {
    Workspace after =
        registry
            .exchange(workspace.id(), workspace.credential(), present, conditions, clock.instant())
            .orElseThrow(Desk::gone);
    errands.leave(errand);
    chronicle.exchanged(asker, workspace, after);
    return after;
  }

  /**
   * The workspace is gone when this commits.
   *
   * @return the errand of destroying its key
   */
  Errand forget(WorkspaceId id, LongPredicate expected, Asker asker) {
    Workspace last = registry.remove(id, expected).orElseThrow(Desk::gone);
    Errand errand = errands.announce(id);
    chronicle.forgotten(asker, last);
    return errand;
  }

  static ProblemException gone() {
    return Problem.of(
            ProblemCode.WORKSPACE_NOT_FOUND,
            "There is no workspace with this id, or it is outside your grants.")
        .thrown();
  }
}
